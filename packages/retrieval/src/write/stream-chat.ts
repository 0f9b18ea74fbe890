import type { Callbacks } from '@langchain/core/callbacks/manager'
import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages'
import type { AnswerUsage } from '@shutten/core'
import type { ChatModelSource, OpenChatModel } from './chat-model-source.js'
import { findUntimelyEnd } from './find-untimely-end.js'
import { type Clock, type LlmLimits, streamWithLimits } from './stream-with-limits.js'
import { toLlmError } from './to-llm-error.js'

/** A chat model, and what is known of asking it. */
export interface ChatModelAccess {
  source: ChatModelSource
  /** Provider and model. */
  id: string
  limits: LlmLimits
  /** Of a million tokens each. */
  prices?: { input: number; output: number }
  clock?: Clock
}

/**
 * What a chat model writes to messages, within its window and the time limits. A stream that ends before it is finished
 * fails, so that its last half sentence is never taken for a whole one.
 * Errors: LLM_UNAVAILABLE, also after some pieces have come; CANCELLED.
 *
 * @param options.prepare the messages for the model, with their tokens; null where they do not fit its window
 * @param options.onUsage called at most once, before the iteration ends or throws; not when no request got through
 */
export async function* streamChat(options: {
  access: ChatModelAccess
  prepare: (model: OpenChatModel) => Promise<{ messages: BaseMessage[]; tokens: number } | null>
  callbacks?: Callbacks
  onUsage?: (usage: AnswerUsage) => void
  signal?: AbortSignal
}): AsyncGenerator<string, void, undefined> {
  const { access, prepare, callbacks, signal } = options
  const { source, id, limits, prices, clock } = access
  let sent = 0
  let count: (text: string) => number = (text) => text.length
  let output = ''
  const reported = { isThere: false, input: 0, output: 0 }
  let finishReason: string | null = null
  let hasAnswered = false
  try {
    const chunks = streamWithLimits<AIMessageChunk>({
      id,
      limits,
      isAnswer: (chunk) => chunk.text !== '' || isReasoning(chunk),
      async open(stopped) {
        const opened = await source.open(stopped)
        const prepared = await prepare(opened)
        if (!prepared) throw toLlmError({ id, failure: { kind: 'context-length' } })
        sent = prepared.tokens
        count = opened.countTokens
        return opened.model.stream(prepared.messages, { signal: stopped, callbacks })
      },
      ...(clock && { clock }),
      ...(signal && { signal }),
    })
    for await (const chunk of chunks) {
      hasAnswered = true
      const { usage_metadata: usage } = chunk
      if (usage) {
        reported.isThere = true
        reported.input += usage.input_tokens
        reported.output += usage.output_tokens
      }
      finishReason = findFinishReason(chunk) ?? finishReason
      output += chunk.text
      if (chunk.text) yield chunk.text
    }
    const failure = findUntimelyEnd({ finishReason, output })
    if (failure) throw toLlmError({ id, failure })
  } finally {
    if (hasAnswered) {
      const tokens = reported.isThere ? reported : { input: sent, output: count(output) }
      const usage: AnswerUsage = { inputTokens: tokens.input, outputTokens: tokens.output }
      if (prices) usage.cost = (tokens.input * prices.input + tokens.output * prices.output) / 1e6
      if (!reported.isThere) usage.isEstimated = true
      options.onUsage?.(usage)
    }
  }
}

function isReasoning({ contentBlocks, additional_kwargs: extra }: AIMessageChunk): boolean {
  return Boolean(extra.reasoning_content) || contentBlocks.some((block) => block.type === 'reasoning')
}

/** Each provider names it in its own way. */
function findFinishReason({ response_metadata: metadata, additional_kwargs: extra }: AIMessageChunk): string | null {
  const { finish_reason, finishReason, stop_reason, done_reason, status } = metadata as Record<string, unknown>
  const reasons = [finish_reason, finishReason, stop_reason, extra.stop_reason, done_reason, status]
  return (reasons.find((reason) => typeof reason === 'string' && reason !== '') as string | undefined) ?? null
}
