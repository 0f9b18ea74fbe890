export {
  type ChatCompletionsServer,
  type ChatReply,
  createChatCompletionsServer,
} from './create-chat-completions-server.js'
export { createTemporaryFolder } from './create-temporary-folder.js'
