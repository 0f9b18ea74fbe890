import type { TextSpan } from '../spans/text-span.js'
import { findNameBoundaries } from './find-name-boundaries.js'
import { nameByRule } from './name-by-rule.js'
import { type SqueezedText, squeezeText, toNameKey } from './squeeze-text.js'
import { defaultSynonymWeight, type SynonymGroup } from './synonym-group.js'

/** Another name for what the query says from `start` to `end` (UTF-16 offsets into it). */
export interface Synonym extends TextSpan {
  text: string
  /** 0 to 1, against 1 of the query's own words. */
  weight: number
}

export interface Synonyms {
  /** Other names of the names that stand in a text, for `LexicalIndex.search({ also })`; in order of the text. */
  find(text: string): Synonym[]
}

/** A name brings at most so many others. */
const maxNamesPerMatch = 8
/** A run of one script, which rules are applied to. Marks belong to half-width kana. */
const scriptRun = /[\p{Script=Katakana}ーｰﾞﾟ]{2,}|[\p{Script=Hiragana}ー]{2,}|[A-Za-zＡ-Ｚａ-ｚ]+/gu

/**
 * Finds names in queries: the longest first, whole words only, whatever their spelling, width, case and joints. Without any
 * group it still knows abbreviations by their letters' names (GPT and ジーピーティー) and words in the other kana.
 */
export function createSynonyms({ groups = [] }: { groups?: readonly SynonymGroup[] } = {}): Synonyms {
  const groupsByKey = new Map<string, SynonymGroup[]>()
  let longest = 0
  for (const group of groups)
    for (const key of new Set(group.keys ?? group.names.map(toNameKey))) {
      if (key === '') continue
      longest = Math.max(longest, key.length)
      const known = groupsByKey.get(key)
      if (known) known.push(group)
      else groupsByKey.set(key, [group])
    }

  return {
    find(source) {
      const found = [...findInGroups(source), ...findByRule(source)]
      const seen = new Set<string>()
      return found
        .filter(({ text, start }) => {
          const mark = `${start} ${text.toLowerCase()}`
          return !seen.has(mark) && seen.add(mark)
        })
        .sort((a, b) => a.start - b.start)
    },
  }

  function findInGroups(source: string): Synonym[] {
    if (longest === 0) return []
    const squeezed = squeezeText(source)
    const boundaries = findNameBoundaries(squeezed)
    const found: Synonym[] = []
    for (let from = 0; from < boundaries.length - 1; ) {
      const match = findLongest({ squeezed, boundaries, from })
      if (match) found.push(...nameOthers({ squeezed, ...match }))
      from = match ? boundaries.indexOf(match.end, from) : from + 1
    }
    return found
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
  const own = squeezed.text.slice(start, end)
  const seen = new Set<string>()
  const others: Synonym[] = []
  for (const { names, ambiguous = [], weight = defaultSynonymWeight, latinWeight = weight } of matched)
    for (const text of [...names, ...ambiguous]) {
      const key = toNameKey(text)
      if (seen.has(key) || isPart(own, key) || isPart(key, own) || others.length === maxNamesPerMatch) continue
      seen.add(key)
      // Each word of a name is found for itself: together they count as one.
      const ofName = /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(key) ? latinWeight : weight
      others.push({ text, weight: ofName / key.split(' ').length, ...squeezed.sourceSpan(start, end) })
    }
  return others
}

/** Does a name hold another? Then both are found by what they share: フランス and フランス共和国. */
function isPart(part: string, whole: string): boolean {
  const at = whole.indexOf(part)
  const isLatin = (character: string | undefined) => /[a-z0-9]/.test(character ?? '')
  const splitsStart = isLatin(whole[at - 1]) && isLatin(part[0])
  const splitsEnd = isLatin(whole[at + part.length]) && isLatin(part.at(-1))
  return at >= 0 && !splitsStart && !splitsEnd
}

function findByRule(source: string): Synonym[] {
  return [...source.matchAll(scriptRun)].flatMap(({ 0: written, index }) =>
    nameByRule({ written, before: source[index - 1] ?? '', text: source }).map((name) => ({
      ...name,
      start: index,
      end: index + written.length,
    })),
  )
}
