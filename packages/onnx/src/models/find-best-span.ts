import type { Tokens } from '../tokenizer/create-tokenizer.js'

export interface Span {
  /** UTF-16 offsets into the passage, trimmed of white space and of 、 and 。 and their wide forms. */
  start: number
  end: number
  /** Sum of the start's and the end's logit. */
  score: number
}

/** Answers of the training data are short: longer spans are runaways. */
const maxAnswerTokens = 24

// Word pieces join punctuation to what follows it (「、17」), which is no part of an answer.
const leading = /^[\s、。，．]+/
const trailing = /[\s、。，．]+$/
// A token may end before the voiced sound mark or the accent of its last character.
const marks = /^[\p{M}\uff9e\uff9f]+/u

/**
 * The best span of a passage: highest start + end logit with start ≤ end. `logits` holds [start, end] by position of the
 * input; the passage's first token is at `offset`. Null when nothing is left of the passage after trimming.
 */
export function findBestSpan(options: {
  passage: string
  tokens: Tokens
  logits: Float32Array
  offset: number
}): Span | null {
  const { passage, tokens, logits, offset } = options
  let best: Span | null = null
  for (let first = 0; first < tokens.ids.length; first++) {
    const startLogit = logits[2 * (offset + first)] as number
    const stop = Math.min(first + maxAnswerTokens, tokens.ids.length)
    for (let last = first; last < stop; last++) {
      const score = startLogit + (logits[2 * (offset + last) + 1] as number)
      if (best && score <= best.score) continue
      const span = trim(passage, tokens.starts[first] as number, tokens.ends[last] as number)
      if (span) best = { ...span, score }
    }
  }
  return best && { ...best, end: best.end + (marks.exec(passage.slice(best.end))?.[0].length ?? 0) }
}

function trim(text: string, start: number, end: number): { start: number; end: number } | null {
  const slice = text.slice(start, end)
  const from = start + (leading.exec(slice)?.[0].length ?? 0)
  const to = end - (trailing.exec(slice)?.[0].length ?? 0)
  return from < to ? { start: from, end: to } : null
}
