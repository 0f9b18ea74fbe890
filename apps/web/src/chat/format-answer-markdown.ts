import type { Answer } from '@shutten/core'
import { documentHref } from './document-href'

/** An answer to carry elsewhere: the text with its markers, and below it each source with its quote and address. */
export function formatAnswerMarkdown(options: {
  answer: Pick<Answer, 'question' | 'answer' | 'citations'>
  /** Heading above the sources, in the reader's language. */
  sourcesLabel: string
  /** Where the documents are read, e.g. `https://example.org`. */
  origin: string
}): string {
  const { answer, sourcesLabel, origin } = options
  const sources = answer.citations.map((citation) => {
    const quote = citation.quote.trim().replace(/\s*\n\s*/g, '\n   > ')
    return `${citation.number}. [${escapeLabel(citation.title)}](${origin}${documentHref(citation)})\n   > ${quote}`
  })
  const body = `**${answer.question.trim()}**\n\n${answer.answer.trim()}\n`
  return sources.length === 0 ? body : `${body}\n${sourcesLabel}\n\n${sources.join('\n')}\n`
}

const escapeLabel = (text: string) => text.replace(/[[\]\\]/g, '\\$&')
