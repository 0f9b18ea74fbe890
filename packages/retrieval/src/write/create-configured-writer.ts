import type { AnswerWriter } from './answer-writer.js'
import { createChatModel, parseChatModelName } from './create-chat-model.js'
import { createLangChainWriter } from './create-langchain-writer.js'

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
  const model = await createChatModel({ ...parseChatModelName(name), apiKey, baseUrl })
  return createLangChainWriter({ model, id: name })
}
