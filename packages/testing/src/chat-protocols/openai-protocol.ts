import { type ChatProtocol, event } from './chat-protocol.js'

const chunk = (choices: unknown[], rest: object = {}) =>
  event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: 'stand-in', choices, ...rest })
const choice = (delta: object, finish_reason: string | null = null) => [{ index: 0, delta, finish_reason }]

/** https://platform.openai.com/docs/api-reference/chat-streaming */
export const openaiProtocol: ChatProtocol = {
  path: '/v1',
  contentType: 'text/event-stream',
  begin: () => chunk(choice({ role: 'assistant', content: '' })),
  piece: (content) => chunk(choice({ content })),
  end: ({ finishReason, usage }) => {
    const { inputTokens: prompt_tokens, outputTokens: completion_tokens } = usage
    const counted = { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }
    return (finishReason ? chunk(choice({}, finishReason)) : '') + chunk([], { usage: counted }) + event('[DONE]')
  },
  malformed: 'data: {"choices": [{"delta": \n\n',
  error: ({ message, code }) => ({ error: { message, code, type: 'server_error', param: null } }),
}
