import type { Answer, Citation, Support, Turn } from '@shutten/core'
import { documentHref } from './document-href'

/**
 * A conversation to keep elsewhere: each question a heading, each citation a footnote with its title, place, address and
 * quote, numbered through. The form is that of GitHub's Markdown.
 */
export function formatConversationMarkdown(options: {
  title: string
  turns: readonly Turn[]
  /** What stands before a sentence that the sources confirm in part, or not at all. */
  verdictLabels: Record<Exclude<Support, 'supported'>, string>
  /** Where a quote begins, in words; null where its source has no places. */
  describePlace: (citation: Citation) => string | null
  /** What a question was narrowed to, in words; null where to nothing. */
  describeScope: (turn: Turn) => string | null
  /** Where the documents are read, e.g. `https://example.org`. */
  origin: string
}): string {
  let next = 1
  const parts = [`# ${inOneLine(options.title)}`]
  const notes: string[] = []
  for (const turn of options.turns) {
    const numbers = new Map<number, number>()
    for (const citation of turn.answer.citations) {
      numbers.set(citation.number, next)
      notes.push(formatNote({ ...options, citation, number: next }))
      next += 1
    }
    const scope = options.describeScope(turn)
    parts.push(
      `## ${inOneLine(turn.question)}`,
      ...(scope === null ? [] : [`*${inOneLine(scope)}*`]),
      escapeActive(turn.answer.answer.trim()).replace(/\[(\d+)\]/g, (marker, number) => {
        const found = numbers.get(Number(number))
        return found === undefined ? marker : `[^${found}]`
      }),
      ...formatVerdicts({ answer: turn.answer, labels: options.verdictLabels }),
    )
  }
  return `${[...parts, ...notes].join('\n\n')}\n`
}

function formatNote(options: {
  citation: Citation
  number: number
  describePlace: (citation: Citation) => string | null
  origin: string
}): string {
  const { citation, number, origin } = options
  const title = [citation.title, ...citation.headingPath].join(' › ')
  const place = options.describePlace(citation)
  const quote = escapeActive(citation.quote.trim()).replace(/\s*\n\s*/g, '\n    > ')
  const address = `${origin}${documentHref(citation)}`
  return `[^${number}]: [${escapeLabel(inOneLine(title))}](${address})${place === null ? '' : ` (${place})`}\n\n    > ${quote}`
}

function formatVerdicts(options: {
  answer: Pick<Answer, 'sentences'>
  labels: Record<Exclude<Support, 'supported'>, string>
}): string[] {
  const unsure = options.answer.sentences.flatMap(({ text, support }) =>
    support === 'supported' ? [] : [`- ${options.labels[support]}: ${inOneLine(text)}`],
  )
  return unsure.length === 0 ? [] : [unsure.join('\n')]
}

const inOneLine = (text: string) => escapeActive(text.replace(/\s+/gu, ' ').trim())

/** What is carried elsewhere loads no image and runs no HTML there. */
const escapeActive = (text: string) => text.replace(/!(?=\[)|<(?=[a-z/!?])/gi, '\\$&')

const escapeLabel = (text: string) => text.replace(/[[\]]/g, '\\$&')
