import type { Answer, Citation, Support } from '@shutten/core'
import { documentHref } from './document-href'

/**
 * An answer to carry elsewhere: the text with its markers, below it what of it the sources do not confirm in full, and each
 * source with its quote and address.
 */
export function formatAnswerMarkdown(options: {
  answer: Pick<Answer, 'question' | 'answer' | 'citations' | 'sentences'>
  /** What stands after a sentence that the sources confirm in part, or not at all. */
  verdictLabels: Record<Exclude<Support, 'supported'>, string>
  /** Heading above the sources, in the reader's language. */
  sourcesLabel: string
  /** Where the documents are read, e.g. `https://example.org`. */
  origin: string
  /** Where a quote begins, in words; null where its source has no places. */
  describePlace: (citation: Citation) => string | null
}): string {
  const { answer, sourcesLabel, origin, verdictLabels } = options
  const sources = answer.citations.map((citation) => {
    const quote = escapeActive(citation.quote.trim()).replace(/\s*\n\s*/g, '\n   > ')
    const place = options.describePlace(citation)
    const where = place === null ? '' : ` (${place})`
    return `${citation.number}. [${escapeLabel(citation.title)}](${origin}${documentHref(citation)})${where}\n   > ${quote}`
  })
  const unsure = answer.sentences.flatMap(({ text, support }) =>
    support === 'supported' ? [] : [`- ${verdictLabels[support]}: ${text}`],
  )
  const verdicts = unsure.length === 0 ? '' : `\n${unsure.join('\n')}\n`
  const body = `**${answer.question.trim()}**\n\n${answer.answer.trim()}\n${verdicts}`
  return sources.length === 0 ? body : `${body}\n${sourcesLabel}\n\n${sources.join('\n')}\n`
}

/** A quote carried elsewhere loads no image and runs no HTML there. */
const escapeActive = (text: string) => text.replace(/!(?=\[)|<(?=[a-z/!?])/gi, '\\$&')

const escapeLabel = (text: string) => text.replace(/[[\]\\<]/g, '\\$&')
