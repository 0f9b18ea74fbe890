import { analyze, type NormalizedText, normalizeWithMap, type Term, type TextSpan } from '@shutten/text'
import { findQueryWords } from './find-query-words.js'
import { foldCharacters } from './fold-characters.js'
import { joinRuns, type Run, type TextMatch } from './join-runs.js'

/** The words of the query that a text holds and where, in the query's order. */
export type MatchFinder = (text: string) => TextMatch[]

/** A place in the query, and the number of the word that it belongs to. */
interface Asked extends TextSpan {
  word: number
}

const han = /^\p{Script=Han}$/u
/** What the analyser takes by itself: katakana with its dashes; numbers in kanji with what they count; Latin and digits. */
const token =
  /(?<katakana>\p{Script=Katakana}[\p{Script=Katakana}ー‐–—―−─~〜-]*)|(?<numeral>(?<!(?![第約計全各毎暦和正治成年月日時分])\p{Script=Han})[〇一二三四五六七八九十百千万億兆]{1,20}\p{Script=Han}{0,2})|[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}]*(?:[-‐._·&'’,][\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}]*)*(?:\+\+|#)?/gu

/** Tokens recur from text to text; kept for all finders, and begun anew when there are so many. */
const maxAnalyzed = 10_000
const analyzed = new Map<string, Term[]>()

function analyzeToken(token: string): Term[] {
  let terms = analyzed.get(token)
  if (!terms) {
    if (analyzed.size >= maxAnalyzed) analyzed.clear()
    terms = analyze(token).filter(({ kind }) => kind === 'word')
    analyzed.set(token, terms)
  }
  return terms
}

/**
 * Finds the content words of a query in texts as the lexical index does: by the analyser's words in their canonical form
 * and, in Japanese, by pairs of characters, which are joined into the longest stretch.
 * The analyser sees single tokens of a text only, and only those that may match: all of a text takes it ten times as long.
 */
export function createMatchFinder(query: string): MatchFinder {
  const words = findQueryWords(query)
  const pairs = new Map<number, Asked[]>()
  const known = new Map<string, Asked[]>()
  words.forEach((word, at) => {
    for (const { term, kind, start, end } of word.pieces) {
      const asked: Asked = { start, end, word: at }
      if (kind === 'word') known.set(term, [...(known.get(term) ?? []), asked])
      else if (term.length === 2) pairs.set(pairKey(term, 0), [...(pairs.get(pairKey(term, 0)) ?? []), asked])
    }
  })
  const singles = new Map([...known].filter(([term]) => han.test(term)))
  const openings = [...new Set([...known.keys()].map((term) => term.slice(0, 2)))]
  const hasKatakana = /\p{Script=Katakana}/u.test(query.normalize('NFKC'))
  const hasNumber = [...known.keys()].some((term) => /^\d/.test(term))

  return (text) => {
    if (words.length === 0) return []
    const normalized = normalizeWithMap(text)
    const hits = words.map((): Run[] => [])
    findPairs(normalized, hits)
    findSingles(normalized, hits)
    findTokens({ source: text, normalized, hits })
    return joinByTerm(words.flatMap((word, at) => joinRuns({ query, text, word, hits: hits[at] ?? [] })))
  }

  function findPairs({ text: unfolded, sourceSpan }: NormalizedText, hits: readonly Run[][]) {
    if (pairs.size === 0) return
    const text = foldCharacters(unfolded)
    for (let at = 0; at + 1 < text.length; at++)
      for (const asked of pairs.get(pairKey(text, at)) ?? [])
        hits[asked.word]?.push({ asked, found: sourceSpan(at, at + 2) })
  }

  /** Kanji that are words, where they stand alone. */
  function findSingles({ text, sourceSpan }: NormalizedText, hits: readonly Run[][]) {
    for (const [term, places] of singles)
      for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        if (han.test(text.charAt(at - 1)) || han.test(text.charAt(at + 1))) continue
        for (const asked of places) hits[asked.word]?.push({ asked, found: sourceSpan(at, at + 1) })
      }
  }

  function findTokens(options: { source: string; normalized: NormalizedText; hits: readonly Run[][] }) {
    const { source, normalized, hits } = options
    for (const match of normalized.text.matchAll(token)) {
      if (!mayMatch(match)) continue
      const { start, end } = normalized.sourceSpan(match.index, match.index + match[0].length)
      for (const term of analyzeToken(source.slice(start, end))) {
        const found = { start: start + term.start, end: start + term.end }
        for (const asked of known.get(term.term) ?? []) hits[asked.word]?.push({ asked, found })
      }
    }
  }

  function mayMatch({ 0: token, groups }: RegExpExecArray): boolean {
    if (groups?.katakana) return hasKatakana
    return groups?.numeral ? hasNumber : openings.some((opening) => token.includes(opening))
  }
}

/** Two UTF-16 code units as one number. */
function pairKey(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

/** Two words of a query may share a stretch (深層学習, 強化学習), and one that repeats itself be found at places that overlap. */
function joinByTerm(matches: readonly TextMatch[]): TextMatch[] {
  const places = new Map<string, TextSpan[]>()
  for (const { term, spans } of matches) places.set(term, [...(places.get(term) ?? []), ...spans])
  return [...places].map(([term, spans]) => ({ term, spans: joinOverlaps(spans) }))
}

function joinOverlaps(spans: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}
