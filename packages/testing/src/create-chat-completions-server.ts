import { type ChatReply, type ChatServer, createChatServer } from './create-chat-server.js'

export type ChatCompletionsServer = ChatServer<{
  model: string
  stream?: boolean
  messages: { role: string; content: string }[]
}>

/** A stand-in server of OpenAI's chat completions; its `baseUrl` ends in `/v1`. */
export function createChatCompletionsServer(options: {
  replies: readonly ChatReply[]
}): Promise<ChatCompletionsServer> {
  return createChatServer({ protocol: 'openai', ...options })
}
