import type { Feedback } from '@shutten/core'

const columns = [
  'id',
  'updatedAt',
  'verdict',
  'reason',
  'comment',
  'citation',
  'question',
  'answer',
  'quote',
  'uri',
] as const

/**
 * Feedback as a table (RFC 4180, with a byte order mark, by which spreadsheets know UTF-8). Text that a spreadsheet would
 * take for a formula gets an apostrophe in front.
 */
export function formatFeedbackCsv(feedback: readonly Feedback[]): string {
  const rows = feedback.map((given) => {
    const citations = [...given.answer.citations, ...(given.answer.refusal?.nearest ?? [])]
    const cited = citations.find(({ number }) => number === given.citation)
    return [
      given.id,
      given.updatedAt,
      given.verdict,
      given.reason ?? '',
      given.comment,
      given.citation === null ? '' : String(given.citation),
      given.question,
      given.answer.answer,
      cited?.quote ?? '',
      cited?.uri ?? '',
    ]
  })
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(formatCell).join(',')}\r\n`).join('')}`
}

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
function formatCell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
