import { splitSentences, type TextSpan } from '@shutten/text'

/** A sentence of a passage; offsets into the passage's text. */
export interface PassageSentence extends TextSpan {
  /** The line above that names what the sentence is about, where the passage runs over more than one section. */
  lead: TextSpan | null
}

/** A longer line is prose. */
const maxLeadLength = 40
const endsProse = /[。．.!?！？、,:：;；」』]$/
const beginsItem = /^([・•●○◆■▪*\-–—|>#]|[(（]?\d{1,2}[.)）、]|[①-⑳])/

/**
 * The sentences of a passage. Short sections are chunked together, and their headings stand in the text as lines of
 * their own: such a line is no sentence that could answer, but leads those below it up to the next.
 * Where all is such lines (a list, a table), each is a sentence.
 */
export function splitPassage(text: string): PassageSentence[] {
  const spans = splitSentences(text).map(({ start, end }): TextSpan => ({ start, end }))
  const leads = spans.map((span, i) => isLead({ text, span, next: spans[i + 1] }))
  if (leads.every(Boolean)) return spans.map((span) => ({ ...span, lead: null }))
  let lead: TextSpan | null = null
  return spans.flatMap((span, i): PassageSentence[] => {
    if (leads[i]) {
      lead = span
      return []
    }
    return [{ ...span, lead }]
  })
}

function isLead({ text, span, next }: { text: string; span: TextSpan; next: TextSpan | undefined }): boolean {
  const line = text.slice(span.start, span.end).trim()
  if (line.length === 0 || line.length > maxLeadLength || endsProse.test(line) || beginsItem.test(line)) return false
  const isWholeLine = /(^|\n)\s*$/.test(text.slice(0, span.start)) && /^\s*\n/.test(text.slice(span.end))
  if (!isWholeLine || !next) return false
  const below = text.slice(next.start, next.end).trim()
  return below.length > line.length && endsProse.test(below) && !beginsItem.test(below)
}
