import type { ChatProtocol } from './chat-protocol.js'

const line = (data: object) =>
  `${JSON.stringify({ model: 'stand-in', created_at: '2026-01-01T00:00:00.000Z', ...data })}\n`

/** https://docs.ollama.com/api/chat */
export const ollamaProtocol: ChatProtocol = {
  path: '',
  contentType: 'application/x-ndjson',
  begin: () => '',
  piece: (content) => line({ message: { role: 'assistant', content }, done: false }),
  end: ({ finishReason, usage }) =>
    finishReason
      ? line({
          message: { role: 'assistant', content: '' },
          done: true,
          done_reason: finishReason,
          prompt_eval_count: usage.inputTokens,
          eval_count: usage.outputTokens,
        })
      : '',
  malformed: '{"error": "the runner has stopped"}\n',
  error: ({ message }) => ({ error: message }),
}
