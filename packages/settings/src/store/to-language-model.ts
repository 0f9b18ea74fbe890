import {
  type LanguageModelConfiguration,
  needsKey,
  ShuttenError,
  toShuttenError,
  type WriterSettings,
} from '@shutten/core'

/** The writer as it was set, in the form of the environment. A key that cannot be read is a problem: nothing is asked without it. */
export async function toLanguageModel(options: {
  settings: WriterSettings
  openKey: () => Promise<string | null>
}): Promise<{ llm: LanguageModelConfiguration | null; problem: ShuttenError | null }> {
  const { provider, model, baseUrl, contextTokens, firstTokenMs, timeoutMs, prices } = options.settings
  if (provider === 'none') return { llm: null, problem: null }
  try {
    const apiKey = await options.openKey()
    if (apiKey === null && needsKey(options.settings))
      throw new ShuttenError({
        code: 'SETTINGS_INVALID',
        message: `The language model ${provider}:${model} needs a key, and none is set.`,
        suggestion: 'Enter one under /admin/settings, or choose to do without a model.',
      })
    const llm: LanguageModelConfiguration = {
      name: `${provider}:${model}`,
      ...(apiKey !== null && { apiKey }),
      ...(baseUrl !== null && { baseUrl }),
      ...(contextTokens !== null && { contextTokens }),
      ...(firstTokenMs !== null && { firstTokenMs }),
      ...(timeoutMs !== null && { timeoutMs }),
      ...(prices !== null && { prices }),
    }
    return { llm, problem: null }
  } catch (error) {
    return { llm: null, problem: toShuttenError(error) }
  }
}
