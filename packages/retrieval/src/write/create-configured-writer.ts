import type { AnswerWriter } from './answer-writer.js'

/**
 * The writer that `SHUTTEN_LLM=provider:model` names.
 * Errors: CONFIGURATION_INVALID.
 */
export async function createConfiguredWriter(options: {
  name: string
  apiKey?: string
  baseUrl?: string
}): Promise<AnswerWriter> {
  const { name, apiKey, baseUrl } = options
  // Loaded on demand: LangChain and its providers weigh more than everything else here, and most answers need none.
  const [{ createChatModel, parseChatModelName }, { createLangChainWriter }] = await Promise.all([
    import('./create-chat-model.js'),
    import('./create-langchain-writer.js'),
  ])
  const model = await createChatModel({ ...parseChatModelName(name), apiKey, baseUrl })
  return createLangChainWriter({ model, id: name })
}
