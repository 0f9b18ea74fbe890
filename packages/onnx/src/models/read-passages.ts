import type { Tokenizer } from '../tokenizer/create-tokenizer.js'
import { batchByLength } from './batch-by-length.js'
import type { Session } from './create-session.js'
import { findBestSpan, type Span } from './find-best-span.js'

export interface PassageReading {
  /** Logit: does this passage answer the question? */
  relevance: number
  /** Best span of the passage; null when it has nothing but white space and full stops. */
  span: Span | null
}

/** Tokens of the question that are read; the rest of the input is the passage's. */
const maxQuestionTokens = 96

/** One reading a passage, in order; a passage that does not fit beside the question is cut at its end. */
export async function readPassages(options: {
  question: string
  passages: readonly string[]
  maxTokens: number
  tokenizer: Tokenizer
  session: Session
}): Promise<PassageReading[]> {
  const { passages, maxTokens, tokenizer, session } = options
  const { begin, end } = tokenizer.special
  const question = tokenizer.tokenize({ text: options.question, maxTokens: maxQuestionTokens }).ids
  const opening = [begin, ...question, end, end]
  const tokens = passages.map((text) => tokenizer.tokenize({ text, maxTokens: maxTokens - opening.length - 1 }))
  const rows = tokens.map((passage) => [...opening, ...passage.ids, end])
  const readings = new Array<PassageReading>(passages.length)
  for (const batch of batchByLength(rows)) {
    const outputs = await session.run(batch.map((index) => rows[index] as number[]))
    const { relevance, span_logits: logits, length } = outputs
    batch.forEach((index, row) => {
      readings[index] = {
        relevance: relevance?.[row] as number,
        span: findBestSpan({
          passage: passages[index] as string,
          tokens: tokens[index] as (typeof tokens)[number],
          logits: (logits as Float32Array).subarray(row * length * 2, (row + 1) * length * 2),
          offset: opening.length,
        }),
      }
    })
  }
  return readings
}
