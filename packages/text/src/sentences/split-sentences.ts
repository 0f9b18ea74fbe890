import type { TextSpan } from '../spans/text-span.js'

/** Sentences in order, trimmed, never overlapping; everything that is not white space lies in exactly one. */
export function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  const pattern = /[^\n。！？!?.]*(?:[\n。！？]|[!?.]+(?=\s|$|[^\x00-\x7f])|[!?.]|$)/gu
  let start = 0
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (/[!?.]$/.test(match[0]) && end < text.length && !/[\s\u3040-\u9fff]/.test(text[end] ?? '')) continue
    push(start, end)
    start = end
  }
  push(start, text.length)
  return spans

  function push(from: number, to: number) {
    const slice = text.slice(from, to)
    const trimmed = slice.trim()
    if (!trimmed) return
    const begin = from + slice.indexOf(trimmed)
    spans.push({ start: begin, end: begin + trimmed.length })
  }
}
