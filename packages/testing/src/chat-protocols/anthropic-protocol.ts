import { type ChatProtocol, event } from './chat-protocol.js'

/** https://platform.claude.com/docs/en/build-with-claude/streaming */
export const anthropicProtocol: ChatProtocol = {
  path: '',
  contentType: 'text/event-stream',
  begin: ({ usage }) =>
    event(
      {
        type: 'message_start',
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          content: [],
          model: 'stand-in',
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: usage.inputTokens, output_tokens: 0 },
        },
      },
      'message_start',
    ) +
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, 'content_block_start'),
  piece: (text) =>
    event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }, 'content_block_delta'),
  end: ({ finishReason, usage }) =>
    event({ type: 'content_block_stop', index: 0 }, 'content_block_stop') +
    (finishReason
      ? event(
          {
            type: 'message_delta',
            delta: { stop_reason: finishReason, stop_sequence: null },
            usage: { output_tokens: usage.outputTokens },
          },
          'message_delta',
        ) + event({ type: 'message_stop' }, 'message_stop')
      : ''),
  malformed: 'event: content_block_delta\ndata: {"type": "content_block_delta", \n\n',
  error: ({ message, code }) => ({ type: 'error', error: { type: code ?? 'api_error', message } }),
}
