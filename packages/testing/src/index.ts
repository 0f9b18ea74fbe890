export {
  type ChatCompletionsServer,
  type ChatReply,
  createChatCompletionsServer,
} from './create-chat-completions-server.js'
export { createSuiteFolder } from './create-suite-folder.js'
export { createTemporaryFolder } from './create-temporary-folder.js'
export { describeEmbedder } from './describe-embedder.js'
