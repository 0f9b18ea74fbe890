import type { Reader, Reading } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { contextOf, readInContext } from '../search/read-in-context.js'
import { type PassageSentence, splitPassage } from './split-passage.js'

/** A sentence of a retrieved passage, read on its own. Offsets into the passage's text. */
export interface ReadSentence {
  from: RetrievedPassage
  /** Position of its passage in the retrieved list, from 0. */
  passageRank: number
  start: number
  end: number
  text: string
  /** The line above it that names what it is about; empty where there is none. */
  lead: string
  /** The sentence after it; empty at the end of the passage. */
  next: string
  /** The first of its passage. */
  isFirst: boolean
  /** The reader's logit for the sentence by itself, under its title, heading and line. */
  relevance: number
  /** The answer's words inside the sentence, offsets into the passage's text. */
  span: { start: number; end: number } | null
  /** The reader, given the whole passage, pointed into this sentence. */
  holdsPassageSpan: boolean
}

/** What was read of each passage, so that no sentence is read twice for one question. */
export type SentenceReadings = Map<string, { sentence: PassageSentence; reading: Reading | undefined }[]>

/**
 * Reads each sentence of the given passages against the question.
 *
 * @param options.known readings of an earlier call for the same question; what is read now is added
 */
export async function readSentences(options: {
  question: string
  passages: readonly RetrievedPassage[]
  reader: Reader
  known: SentenceReadings
  /** What a definition is asked of: the first sentence under a heading of that name is read under it. */
  defined?: readonly string[]
  signal?: AbortSignal
}): Promise<ReadSentence[]> {
  const { question, passages, reader, known, defined = [], signal } = options
  const subjects = defined.map(foldText)
  const unread = passages.filter(({ passage }) => !known.has(passage.id))
  const sentences = unread.flatMap(({ passage }) =>
    splitPassage(passage.text).map((sentence, i) => ({ passage, sentence, isFirst: i === 0 })),
  )
  const texts = sentences.map(({ passage, sentence, isFirst }) => {
    const heading = passage.headingPath.at(-1) ?? passage.title
    const isDefined = isFirst && subjects.includes(foldText(heading))
    const lead = leadOf(passage.text, sentence) || (isDefined ? heading : '')
    const text = passage.text.slice(sentence.start, sentence.end)
    const context = contextOf(passage, `${lead}\n${text}`)
    return { context: lead ? `${context}${lead}。` : context, text }
  })
  const readings = texts.length === 0 ? [] : await readInContext({ reader, question, texts, ...(signal && { signal }) })
  for (const { passage } of unread) known.set(passage.id, [])
  sentences.forEach(({ passage, sentence }, i) => {
    known.get(passage.id)?.push({ sentence, reading: readings[i] })
  })

  return passages.flatMap((from, passageRank) => {
    const { passage } = from
    return (known.get(passage.id) ?? []).map(({ sentence, reading }, i, all): ReadSentence => {
      const after = all[i + 1]?.sentence
      const { start, end } = sentence
      const whole = from.reading?.answer
      const holdsPassageSpan = !!whole && whole.start >= start && whole.start < end
      const own = reading?.answer ? { start: start + reading.answer.start, end: start + reading.answer.end } : null
      return {
        from,
        passageRank,
        start,
        end,
        text: passage.text.slice(start, end),
        lead: leadOf(passage.text, sentence),
        next: after ? passage.text.slice(after.start, after.end) : '',
        isFirst: i === 0,
        relevance: reading?.relevance ?? 0,
        holdsPassageSpan,
        span: holdsPassageSpan && whole.end <= end ? { start: whole.start, end: whole.end } : own,
      }
    })
  })
}

function leadOf(text: string, { lead }: PassageSentence): string {
  return lead ? text.slice(lead.start, lead.end).trim() : ''
}
