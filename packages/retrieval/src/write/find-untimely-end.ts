import type { LlmFailure } from './llm-failure.js'

const tooLong = /^(length|max_tokens|maxTokens|model_context_window_exceeded|incomplete)$/i
const filtered = /filter|safety|recitation|refusal|blocklist|prohibited|spii/i
const finishedSentence = /[。．.!?！？」』）)\]】］〕\n]\s*$/

/**
 * Why a stream that ended had not come to its end; null when it had. A stream that gives no reason has come to its end
 * when its last sentence has: some compatible servers never give one.
 */
export function findUntimelyEnd(options: { finishReason: string | null; output: string }): LlmFailure | null {
  const { finishReason, output } = options
  if (finishReason === null) return output.trim() === '' || finishedSentence.test(output) ? null : { kind: 'cut' }
  if (tooLong.test(finishReason)) return { kind: 'too-long' }
  if (filtered.test(finishReason)) return { kind: 'filtered' }
  return null
}
