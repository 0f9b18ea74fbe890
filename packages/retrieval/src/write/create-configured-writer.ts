import type { LanguageModelConfiguration } from '@shutten/core'
import type { AnswerWriter } from './answer-writer.js'
import type { Clock, LlmLimits } from './stream-with-limits.js'

/** How long a reader waits for a model before the sources answer by themselves. */
const hostedLimits: LlmLimits = { firstTokenMs: 30_000, timeoutMs: 120_000 }
/** On a small machine, reading the passages alone may take a minute. */
const localLimits: LlmLimits = { firstTokenMs: 120_000, timeoutMs: 300_000 }

/**
 * The writer that `SHUTTEN_LLM=provider:model` names.
 * Errors: CONFIGURATION_INVALID.
 */
export async function createConfiguredWriter(
  options: LanguageModelConfiguration & { clock?: Clock },
): Promise<AnswerWriter> {
  const { name, apiKey, baseUrl, contextTokens, prices, clock } = options
  // Loaded on demand: LangChain and its providers weigh more than everything else here, and most answers need none.
  const [{ parseChatModelName }, { createChatModel }, { createLangChainWriter }] = await Promise.all([
    import('./chat-provider.js'),
    import('./create-chat-model.js'),
    import('./create-langchain-writer.js'),
  ])
  const source = await createChatModel({ ...parseChatModelName(name), apiKey, baseUrl, contextTokens })
  const limits = source.isLocal ? localLimits : hostedLimits
  return createLangChainWriter({
    source,
    id: name,
    limits: {
      firstTokenMs: options.firstTokenMs ?? limits.firstTokenMs,
      timeoutMs: options.timeoutMs ?? limits.timeoutMs,
    },
    ...(prices && { prices }),
    ...(clock && { clock }),
  })
}
