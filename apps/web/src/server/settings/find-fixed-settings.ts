import type { Configuration } from '@shutten/core'

/** What the environment decides, by the variable that does; null where it does not. */
export interface FixedSettings {
  /** With what it says, without the key: that is only there or not. */
  writer: { variables: { name: string; value: string | null }[] } | null
  unsupportedSentences: { variable: string; value: 'drop' | 'mark' } | null
  guardMode: { variable: string; value: 'off' | 'standard' | 'strict' } | null
}

export function findFixedSettings(
  configuration: Pick<Configuration, 'llm' | 'unsupportedSentences' | 'guard'>,
): FixedSettings {
  const { llm, unsupportedSentences, guard } = configuration
  return {
    writer: llm === null ? null : { variables: listWriterVariables(llm) },
    unsupportedSentences:
      unsupportedSentences === null ? null : { variable: 'SHUTTEN_UNSUPPORTED', value: unsupportedSentences },
    guardMode: guard === null ? null : { variable: 'SHUTTEN_GUARD', value: guard },
  }
}

function listWriterVariables(llm: NonNullable<Configuration['llm']>) {
  if (llm === 'none') return [{ name: 'SHUTTEN_LLM', value: 'none' }]
  const { name, apiKey, baseUrl, contextTokens, firstTokenMs, timeoutMs, prices } = llm
  const all = [
    { name: 'SHUTTEN_LLM', value: name },
    { name: 'SHUTTEN_LLM_API_KEY', value: apiKey === undefined ? undefined : null },
    { name: 'SHUTTEN_LLM_BASE_URL', value: baseUrl },
    { name: 'SHUTTEN_LLM_CONTEXT_TOKENS', value: contextTokens?.toString() },
    { name: 'SHUTTEN_LLM_FIRST_TOKEN_MS', value: firstTokenMs?.toString() },
    { name: 'SHUTTEN_LLM_TIMEOUT_MS', value: timeoutMs?.toString() },
    { name: 'SHUTTEN_LLM_PRICES', value: prices && `${prices.input},${prices.output}` },
  ]
  return all.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
}
