import { type ChatProtocol, event } from './chat-protocol.js'

const candidate = (text: string, rest: object = {}) => ({
  candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...rest }],
  modelVersion: 'stand-in',
})

/** https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent */
export const googleProtocol: ChatProtocol = {
  path: '',
  contentType: 'text/event-stream',
  begin: () => '',
  piece: (text) => event(candidate(text)),
  end: ({ finishReason, usage }) => {
    const { inputTokens: promptTokenCount, outputTokens: candidatesTokenCount } = usage
    const totalTokenCount = promptTokenCount + candidatesTokenCount
    return event({
      ...candidate('', finishReason ? { finishReason: finishReason.toUpperCase() } : {}),
      usageMetadata: { promptTokenCount, candidatesTokenCount, totalTokenCount },
    })
  },
  malformed: 'data: {"candidates": [{"content": \n\n',
  error: ({ status, message, code }) => ({ error: { code: status, message, status: code ?? 'INTERNAL' } }),
}
