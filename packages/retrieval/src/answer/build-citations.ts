import {
  type Answer,
  type AnswerSentence,
  type Citation,
  type GenerationPassage,
  type Support,
  toShownEdits,
} from '@shutten/core'

/** A stretch of a passage that holds a sentence of the answer; offsets into the passage's text. */
export interface Evidence {
  passage: GenerationPassage
  start: number
  end: number
  score: number
  highlights: { start: number; end: number }[]
}

export type SentenceLayout = 'item' | 'paragraph' | 'code'

export interface DraftSentence {
  text: string
  /** How it stands in the answer's Markdown; absent where it goes on from the sentence before it. */
  layout?: SentenceLayout
  evidence: Evidence[]
  support: Support
  score: number
}

export interface CitationBook {
  /** The numbered sentence, and the citations that it is the first to use. */
  add(draft: DraftSentence): { sentence: AnswerSentence; citations: Citation[] }
  readonly sentences: AnswerSentence[]
  /** One for each sentence, in order. */
  readonly layouts: (SentenceLayout | undefined)[]
  readonly citations: Citation[]
}

/** Offsets move from the passage to the document: passage.text is document.text.slice(passage.start, passage.end). */
export function toCitation(evidence: Evidence, number: number): Citation {
  const { passage } = evidence
  const start = passage.start + evidence.start
  const end = passage.start + evidence.end
  const edits = toShownEdits({ edits: passage.edits, text: passage.text, from: passage.start, start, end })
  const place = passage.places?.findLast((one) => one.start <= start)?.place ?? passage.places?.[0]?.place
  return {
    number,
    documentId: passage.documentId,
    passageId: passage.id,
    versionId: passage.versionId,
    title: passage.title,
    headingPath: passage.headingPath,
    uri: passage.uri,
    ...(place && { place }),
    quote: passage.text.slice(evidence.start, evidence.end),
    start,
    end,
    score: evidence.score,
    highlights: evidence.highlights.map(({ start, end }) => ({
      start: passage.start + start,
      end: passage.start + end,
    })),
    ...(edits && { edits }),
  }
}

/** Numbers citations 1, 2, 3 … in order of first use; the same quote keeps its number. */
export function createCitationBook(): CitationBook {
  const sentences: AnswerSentence[] = []
  const layouts: (SentenceLayout | undefined)[] = []
  const citations: Citation[] = []
  const numbers = new Map<string, number>()
  return {
    sentences,
    layouts,
    citations,
    add(draft) {
      const fresh: Citation[] = []
      const used = draft.evidence.map((evidence) => {
        const key = `${evidence.passage.id}:${evidence.start}:${evidence.end}`
        const known = numbers.get(key)
        if (known !== undefined) return known
        const citation = toCitation(evidence, citations.length + 1)
        numbers.set(key, citation.number)
        citations.push(citation)
        fresh.push(citation)
        return citation.number
      })
      const sentence: AnswerSentence = {
        text: draft.text,
        citations: [...new Set(used)],
        support: draft.support,
        score: draft.score,
      }
      sentences.push(sentence)
      layouts.push(draft.layout)
      return { sentence, citations: fresh }
    },
  }
}

/** The answer as Markdown: one sentence after the other, each followed by its markers; items of a list and code on lines of their own. */
export function renderAnswer(
  options: Pick<Answer, 'sentences' | 'language'> & {
    separator?: string
    layouts?: readonly (SentenceLayout | undefined)[]
  },
): string {
  const separator = options.separator ?? (options.language === 'ja' ? '' : ' ')
  const layoutOf = (i: number) => options.layouts?.[i]
  let isInList = false
  return options.sentences
    .map((sentence, i) => {
      const layout = layoutOf(i)
      const wasInList = isInList
      const isAfterCode = layoutOf(i - 1) === 'code'
      isInList = layout === 'item' || (layout === undefined && wasInList)
      const markers = sentence.citations.map((number) => `[${number}]`).join('')
      // A fence ends with a line of its own.
      const text = `${sentence.text}${layout === 'code' && markers !== '' ? '\n' : ''}${markers}`
      if (layout === 'item') return `${i === 0 ? '' : wasInList ? '\n' : '\n\n'}- ${text}`
      if (i === 0) return text
      return (layout === 'paragraph' || layout === 'code' || isAfterCode ? '\n\n' : separator) + text
    })
    .join('')
}
