export {
  type ChatCompletionsServer,
  type ChatReply,
  createChatCompletionsServer,
} from './create-chat-completions-server.js'
export { createTemporaryFolder } from './create-temporary-folder.js'
export { describeEmbedder } from './describe-embedder.js'
