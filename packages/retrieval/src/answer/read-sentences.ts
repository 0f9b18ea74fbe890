import type { Reader } from '@shutten/core'
import { splitSentences } from '@shutten/text'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { contextOf, readInContext } from '../search/read-in-context.js'

/** A sentence of a retrieved passage, read on its own. Offsets into the passage's text. */
export interface ReadSentence {
  from: RetrievedPassage
  /** Position of its passage in the retrieved list, from 0. */
  passageRank: number
  start: number
  end: number
  text: string
  /** The reader's logit for the sentence alone. */
  relevanceAlone: number
  /** The reader's logit for the sentence under its title and heading. */
  relevanceInContext: number
  /** The answer's words inside the sentence, offsets into the passage's text. */
  span: { start: number; end: number } | null
  /** The reader, given the whole passage, pointed into this sentence. */
  holdsPassageSpan: boolean
}

/**
 * Reads each sentence of the given passages against the question. A sentence of a few words often leaves its
 * subject to the heading, so each is also read with its heading in front.
 */
export async function readSentences(options: {
  question: string
  passages: readonly RetrievedPassage[]
  reader: Reader
  signal?: AbortSignal
}): Promise<ReadSentence[]> {
  const candidates = options.passages.flatMap((from, passageRank) =>
    splitSentences(from.passage.text).map(({ start, end }) => {
      const text = from.passage.text.slice(start, end)
      return { from, passageRank, start, end, text, context: contextOf(from.passage, text) }
    }),
  )
  if (candidates.length === 0) return []
  const texts = candidates.flatMap(({ text, context }) =>
    context
      ? [
          { context: '', text },
          { context, text },
        ]
      : [{ context, text }],
  )
  const readings = await readInContext({ ...options, texts })
  let next = 0
  return candidates.map(({ context, ...sentence }): ReadSentence => {
    const alone = readings[next++]
    const under = context ? readings[next++] : undefined
    const passageSpan = sentence.from.reading?.answer
    const holdsPassageSpan = !!passageSpan && passageSpan.start >= sentence.start && passageSpan.start < sentence.end
    const span = alone?.answer
      ? { start: sentence.start + alone.answer.start, end: sentence.start + alone.answer.end }
      : null
    return {
      ...sentence,
      relevanceAlone: alone?.relevance ?? 0,
      relevanceInContext: (under ?? alone)?.relevance ?? 0,
      holdsPassageSpan,
      span:
        holdsPassageSpan && passageSpan.end <= sentence.end ? { start: passageSpan.start, end: passageSpan.end } : span,
    }
  })
}
