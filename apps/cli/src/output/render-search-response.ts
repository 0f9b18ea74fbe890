import type { SearchResponse, SearchResult, SearchSignals } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { canStyle } from './can-style.js'
import { cutSnippet, type Span } from './cut-snippet.js'

const labels = {
  ja: {
    nothing: '見つかりませんでした。',
    score: '得点',
    dense: '意味',
    lexical: '語',
    reranker: '再順位付け',
    skipped: { 'beyond-depth': '対象外', 'out-of-time': '時間切れ' },
    matched: { body: '一致した語', title: '題名', headings: '見出し' },
    joined: (count: number) => `続く${count}箇所をまとめて表示`,
    same: 'ほぼ同じ内容',
    colon: '：',
    comma: '、',
  },
  en: {
    nothing: 'Nothing was found.',
    score: 'score',
    dense: 'meaning',
    lexical: 'words',
    reranker: 'reranker',
    skipped: { 'beyond-depth': 'too far down', 'out-of-time': 'out of time' },
    matched: { body: 'matched', title: 'title', headings: 'headings' },
    joined: (count: number) => `${count} passages that follow each other, as one`,
    same: 'nearly the same in',
    colon: ': ',
    comma: ', ',
  },
}
type Labels = typeof labels.ja | typeof labels.en

/** Results for a person to read, in the query's language; what matched is in bold where the terminal shows it. */
export function renderSearchResponse(
  response: SearchResponse,
  options: { isStyled: boolean } = {
    isStyled: canStyle({ stream: process.stdout, environment: process.env }),
  },
): string {
  const words = labels[detectLanguage(response.query)]
  const emphasize = (text: string) => (options.isStyled && text ? `\u001b[1m${text}\u001b[22m` : text)
  const warnings = (response.warnings ?? []).map(({ code, message }) => `warning[${code}] ${toLine(message)}`)
  const results = response.results.map((result) => renderResult({ result, words, emphasize }))
  return [...warnings, ...(results.length > 0 ? results : [words.nothing])].join('\n\n')
}

function renderResult(options: { result: SearchResult; words: Labels; emphasize: (text: string) => string }): string {
  const { result, words, emphasize } = options
  const { rank, title, headingPath, uri, start, end, passages, duplicates, signals } = result
  const indent = ' '.repeat(`${rank}. `.length)
  return [
    `${rank}. ${emphasize(toLine([title, ...headingPath].join(' › ')))}`,
    `${toLine(uri)} [${start}–${end}]`,
    renderSnippet({ result, emphasize }),
    renderScore(result, words),
    renderMatches(signals, words),
    passages.length > 1 ? words.joined(passages.length) : '',
    duplicates.length > 0
      ? `${words.same}${words.colon}${duplicates.map((one) => toLine(`${one.title} (${one.uri})`)).join(words.comma)}`
      : '',
  ]
    .filter(Boolean)
    .map((line, i) => (i === 0 ? line : indent + line))
    .join('\n')
}

function renderScore({ score, signals }: SearchResult, words: Labels): string {
  const { dense, lexical, reranker, rerankerSkipped } = signals
  const parts = [`${words.dense} ${toNumber(dense, 3)}`, `${words.lexical} ${toNumber(lexical, 1)}`]
  if (reranker !== undefined) {
    const reason = rerankerSkipped ? ` (${words.skipped[rerankerSkipped]})` : ''
    parts.push(`${words.reranker} ${toNumber(reranker, 3)}${reason}`)
  }
  return `${words.score} ${score.toFixed(3)}${words.colon}${parts.join(words.comma)}`
}

function renderMatches({ matches }: SearchSignals, words: Labels): string {
  return (['body', 'headings', 'title'] as const)
    .flatMap((field) => {
      const terms = matches.filter((match) => match.field === field).map(({ term }) => toLine(term))
      return terms.length > 0 ? [`${words.matched[field]}${words.colon}${terms.join(words.comma)}`] : []
    })
    .join(' · ')
}

function renderSnippet(options: { result: SearchResult; emphasize: (text: string) => string }): string {
  const { result, emphasize } = options
  const { text, start, passageId, passages, signals } = result
  const spans = signals.matches
    .flatMap((match) => (match.field === 'body' ? match.spans : []))
    .map((span): Span => ({ start: span.start - start, end: span.end - start }))
    .sort((a, b) => a.start - b.start)
  const best = passages.find((passage) => passage.passageId === passageId)
  const window = cutSnippet({ text, spans, otherwise: (best?.start ?? start) - start })
  let line = window.start > 0 ? '…' : ''
  let at = window.start
  for (const span of spans) {
    if (span.start < at || span.end > window.end) continue
    line += toLine(text.slice(at, span.start)) + emphasize(toLine(text.slice(span.start, span.end)))
    at = span.end
  }
  return line + toLine(text.slice(at, window.end)) + (window.end < text.length ? '…' : '')
}

/** One line, and nothing in it that a terminal would obey. */
function toLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ')
}

function toNumber(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits)
}
