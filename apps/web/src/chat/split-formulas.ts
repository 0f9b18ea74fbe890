export type TextPiece =
  | { kind: 'text'; text: string }
  /** `source` is what was written, delimiters and all; `tex` what stands between them; `isDisplay` on a line of its own. */
  | { kind: 'formula'; source: string; tex: string; isDisplay: boolean }

/** `$$…$$`, `\[…\]`, `\(…\)`, and `$…$` where it is no price: nothing blank inside the signs, no figure behind them. */
const delimited =
  /\$\$(?<block>[^$]+)\$\$|\\\[(?<bracket>.+?)\\\]|\\\((?<round>.+?)\\\)|(?<![\\$\w])\$(?=\S)(?<inline>(?:[^$\\\n]|\\.)+?)(?<=\S)\$(?![\d$])/gsu
/** Characters of TeX from which on a formula has a line of its own, where it can be scrolled: a telephone shows some 40. */
const long = 48
/** What tells a formula from words between two signs: a command, an index, a relation; or one letter alone. */
const mathematical = /[\\^_=<>{}+]|^\p{L}$/u

/** Cuts a text where it holds formulas in TeX. The pieces, in order, are the text. */
export function splitFormulas(text: string): TextPiece[] {
  if (!/[$\\]/.test(text)) return [{ kind: 'text', text }]
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(delimited)) {
    const { block, bracket, round, inline } = match.groups ?? {}
    const tex = (block ?? bracket ?? round ?? inline ?? '').trim()
    if (tex === '' || (inline !== undefined && !mathematical.test(tex))) continue
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) })
    pieces.push({
      kind: 'formula',
      source: match[0],
      tex,
      isDisplay: (block ?? bracket) !== undefined || tex.length >= long,
    })
    at = match.index + match[0].length
  }
  if (at < text.length || pieces.length === 0) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}
