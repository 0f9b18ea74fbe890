import type { AIMessageChunk } from '@langchain/core/messages'
import type { AnswerUsage } from '@shutten/core'
import { answerInstructions, answerPrompt, toPromptValues } from './answer-prompt.js'
import type { AnswerWriter } from './answer-writer.js'
import type { ChatModelSource } from './chat-model-source.js'
import { findUntimelyEnd } from './find-untimely-end.js'
import { fitPrompt } from './fit-prompt.js'
import { type Clock, type LlmLimits, streamWithLimits } from './stream-with-limits.js'
import { toLlmError } from './to-llm-error.js'

/** Passages that a model is shown at most: the ones after them hold next to nothing more. */
const defaultMaxPassages = 6

/**
 * Lets any LangChain chat model write: prompt and model as one runnable, streamed, within the model's window and the time
 * limits. An answer that ends before it is finished fails, so that its last half sentence is never taken for a whole one.
 *
 * @param options.prices of a million tokens each
 */
export function createLangChainWriter(options: {
  source: ChatModelSource
  id: string
  limits: LlmLimits
  maxPassages?: number
  prices?: { input: number; output: number }
  clock?: Clock
}): AnswerWriter {
  const { source, id, limits, prices, clock, maxPassages = defaultMaxPassages } = options

  async function* read(request: Parameters<AnswerWriter['write']>[0]): AsyncGenerator<string, void, undefined> {
    const { question, language, callbacks, signal } = request
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
          const { model, contextTokens, answerTokens, countTokens } = await source.open(stopped)
          const fitted = fitPrompt({ ...request, contextTokens, answerTokens, countTokens })
          if (!fitted) throw toLlmError({ id, failure: { kind: 'context-length' } })
          sent = fitted.tokens
          count = countTokens
          const values = toPromptValues({ question, language, ...fitted })
          return answerPrompt.pipe(model).stream(values, { signal: stopped, callbacks })
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
        request.onUsage?.(usage)
      }
    }
  }

  return { id, maxPassages, instructions: answerInstructions, write: read }
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
