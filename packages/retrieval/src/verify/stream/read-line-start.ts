export type LineKind = 'text' | 'item' | 'heading'

export interface LineStart {
  kind: LineKind
  /** Length of the Markdown in front of the line's text. */
  length: number
}

const bullet =
  /^(?:[-*+•●◦▪‣–—]\s+|[・●■◆▶]\s*|\(?\d{1,2}[.)．）]\s+|[（(]\d{1,2}[)）]\s*|\d{1,2}[.．](?=[^\d\s])|[①-⑳]\s*)/u

/** What Markdown a line begins with: quotation marks (>), a heading's #, a bullet or number. */
export function readLineStart(line: string): LineStart {
  const indent = /^(?:\s|>)*/u.exec(line)?.[0].length ?? 0
  const rest = line.slice(indent)
  const heading = /^#{1,6}\s+/u.exec(rest)
  if (heading) return { kind: 'heading', length: indent + heading[0].length }
  const item = bullet.exec(rest)
  if (item) {
    const box = /^\[[ xX]\]\s+/u.exec(rest.slice(item[0].length))
    return { kind: 'item', length: indent + item[0].length + (box?.[0].length ?? 0) }
  }
  return { kind: 'text', length: indent }
}
