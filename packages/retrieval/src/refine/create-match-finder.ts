import { analyze, type NormalizedText, normalizeWithMap, type Term } from '@shutten/text'
import { findQueryWords } from './find-query-words.js'
import { joinRuns, type Run, type TextMatch } from './join-runs.js'

/** The words of the query that a text holds and where, in the query's order. */
export type MatchFinder = (text: string) => TextMatch[]

const han = /^\p{Script=Han}$/u
/** What the analyser takes by itself: katakana runs; Latin letters and digits with what joins them. */
const token =
  /[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}]*(?:[-‐._·&'’,][\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}]*)*(?:\+\+|#)?/gu

/**
 * Finds the content words of a query in texts as the lexical index does: by the analyser's words in their canonical form
 * and, in Japanese, by pairs of characters, which are joined into the longest stretch.
 * The analyser sees single tokens of a text only, and only those that may match: all of a text takes it ten times as long.
 */
export function createMatchFinder(query: string): MatchFinder {
  const words = findQueryWords(query)
  const pieces = words.flatMap((word) => word.pieces)
  const pairs = groupByTerm(pieces.filter(({ kind }) => kind === 'bigram'))
  const known = groupByTerm(pieces.filter(({ kind }) => kind === 'word'))
  const openings = [...new Set([...known.keys()].map((term) => term.slice(0, 2)))]
  const analyzed = new Map<string, Term[]>()

  return (text) => {
    if (words.length === 0) return []
    const normalized = normalizeWithMap(text)
    const hits = [...findCharacters(normalized), ...findTokens(text, normalized)]
    hits.sort((a, b) => a.found.start - b.found.start || b.found.end - a.found.end)
    return words.flatMap((word) => joinRuns({ query, text, word, hits }))
  }

  /** Pairs of characters, and kanji that are words and stand alone. */
  function findCharacters({ text, sourceSpan }: NormalizedText): Run[] {
    const runs: Run[] = []
    const add = (terms: readonly Term[] | undefined, start: number, end: number) => {
      for (const asked of terms ?? []) runs.push({ asked, found: sourceSpan(start, end) })
    }
    for (let at = 0; at < text.length; at++) {
      add(pairs.get(text.slice(at, at + 2)), at, at + 2)
      const single = known.get(text.charAt(at))
      if (single && han.test(text.charAt(at)) && !han.test(text.charAt(at - 1)) && !han.test(text.charAt(at + 1)))
        add(single, at, at + 1)
    }
    return runs
  }

  function findTokens(source: string, { text, sourceSpan }: NormalizedText): Run[] {
    const runs: Run[] = []
    for (const match of text.matchAll(token)) {
      if (!openings.some((opening) => match[0].includes(opening))) continue
      const { start, end } = sourceSpan(match.index, match.index + match[0].length)
      for (const term of analyzeToken(source.slice(start, end))) {
        const found = { start: start + term.start, end: start + term.end }
        for (const asked of known.get(term.term) ?? []) runs.push({ asked, found })
      }
    }
    return runs
  }

  function analyzeToken(slice: string): Term[] {
    const terms = analyzed.get(slice) ?? analyze(slice).filter(({ kind }) => kind === 'word')
    analyzed.set(slice, terms)
    return terms
  }
}

function groupByTerm(terms: readonly Term[]): Map<string, Term[]> {
  const groups = new Map<string, Term[]>()
  for (const term of terms) groups.set(term.term, [...(groups.get(term.term) ?? []), term])
  return groups
}
