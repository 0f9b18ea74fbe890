export { type ChatCompletionsServer, createChatCompletionsServer } from './create-chat-completions-server.js'
export { type ChatReply, type ChatServer, createChatServer } from './create-chat-server.js'
export {
  createInjectableChatServer,
  type InjectableChatServer,
  type InjectableRequest,
  type Injection,
} from './create-injectable-chat-server.js'
export { createSuiteFolder } from './create-suite-folder.js'
export { createTemporaryFolder } from './create-temporary-folder.js'
export { describeEmbedder } from './describe-embedder.js'
export { splitPrompt } from './split-prompt.js'
