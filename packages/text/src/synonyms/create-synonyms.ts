import { englishStopWords } from '../analysis/stop-words.js'
import type { TextSpan } from '../spans/text-span.js'
import { findNameBoundaries } from './find-name-boundaries.js'
import { findSpelledLetters, spellOutLetters } from './letter-names.js'
import { type SqueezedText, squeezeText, toNameKey } from './squeeze-text.js'
import { defaultSynonymWeight, type SynonymGroup } from './synonym-group.js'

/** Another name for what the query says from `start` to `end` (UTF-16 offsets into it). */
export interface Synonym extends TextSpan {
  text: string
  weight: number
}

export interface Synonyms {
  /** Other names of the names that stand in a text, for `LexicalIndex.search({ also })`; in order of the text. */
  find(text: string): Synonym[]
}

/** A name that others bring counts for at most so many of them. */
const maxNamesPerMatch = 8
const hasJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Finds names in queries: the longest first, whole words only, whatever their width, case and joints. Without any group it
 * still knows abbreviations by their letters' names (GPT and ジーピーティー).
 */
export function createSynonyms({ groups = [] }: { groups?: readonly SynonymGroup[] } = {}): Synonyms {
  const groupsByKey = new Map<string, SynonymGroup[]>()
  let longest = 0
  for (const group of groups)
    for (const key of new Set(group.names.map(toNameKey))) {
      if (key === '') continue
      longest = Math.max(longest, key.length)
      const known = groupsByKey.get(key)
      if (known) known.push(group)
      else groupsByKey.set(key, [group])
    }

  return {
    find(source) {
      const squeezed = squeezeText(source)
      const boundaries = findNameBoundaries(squeezed)
      const found: Synonym[] = []
      for (let from = 0; from < boundaries.length - 1; ) {
        const next = findLongest({ squeezed, boundaries, from })
        if (next) found.push(...nameOthers({ squeezed, ...next }))
        const until = next ? boundaries.indexOf(next.end, from) : from + 1
        found.push(...nameByLetters({ squeezed, source, start: boundaries[from] ?? 0, end: boundaries[from + 1] ?? 0 }))
        from = until
      }
      return found
    },
  }

  function findLongest(options: { squeezed: SqueezedText; boundaries: readonly number[]; from: number }) {
    const { squeezed, boundaries, from } = options
    const start = boundaries[from] ?? 0
    for (let to = boundaries.length - 1; to > from; to--) {
      const end = boundaries[to] ?? 0
      if (end - start > longest) continue
      const matched = groupsByKey.get(squeezed.text.slice(start, end))
      if (matched) return { start, end, matched }
    }
    return null
  }
}

function nameOthers(options: {
  squeezed: SqueezedText
  start: number
  end: number
  matched: readonly SynonymGroup[]
}): Synonym[] {
  const { squeezed, start, end, matched } = options
  const seen = new Set([squeezed.text.slice(start, end)])
  const others: Synonym[] = []
  for (const { names, ambiguous = [], weight = defaultSynonymWeight } of matched)
    for (const text of [...names, ...ambiguous]) {
      const key = toNameKey(text)
      if (seen.has(key) || others.length === maxNamesPerMatch) continue
      seen.add(key)
      others.push({ text, weight, ...squeezed.sourceSpan(start, end) })
    }
  return others
}

/** By rule, for one run of katakana or Latin letters. Lower-case letters count in Japanese only, and not when a word. */
function nameByLetters(options: { squeezed: SqueezedText; source: string; start: number; end: number }): Synonym[] {
  const { squeezed, source, start, end } = options
  const run = squeezed.text.slice(start, end)
  const span = squeezed.sourceSpan(start, end)
  const toSynonym = (text: string) => ({ text, weight: defaultSynonymWeight, ...span })
  if (/^[\p{Script=Katakana}ー]+$/u.test(run)) {
    const letters = findSpelledLetters(run)
    return letters ? [toSynonym(letters.toUpperCase())] : []
  }
  const written = source.slice(span.start, span.end)
  const isLowerAbbreviation = /^[a-zａ-ｚ]+$/.test(written) && hasJapanese.test(source) && !englishStopWords.has(run)
  const isAbbreviation = /^[A-ZＡ-Ｚ]+$/.test(written) || isLowerAbbreviation
  return isAbbreviation ? spellOutLetters(run).map(toSynonym) : []
}
