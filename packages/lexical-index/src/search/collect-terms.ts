import { analyze, type Term } from '@shutten/text'
import type { IndexContents } from '../file/index-contents.js'
import type { LexicalRanking } from '../lexical-ranking.js'
import { countEntries } from './count-entries.js'
import { findNearWords } from './find-near-words.js'
import { findTerm } from './find-term.js'

export interface QueryTerm {
  /** In the order of the file. */
  number: number
  /** Entries that hold it. */
  held: number
  /** Of its kind, and of the name it comes from. */
  weight: number
}

export interface QueryTerms {
  /**
   * Those that the index holds, for a word of the text that it does not hold those near it; each once at its highest weight, that with
   * the fewest entries first. Of more than `maxTerms` the rarest.
   */
  terms: QueryTerm[]
  /** Those of the text itself, whether the index holds them or not. */
  own: Pick<QueryTerm, 'held' | 'weight'>[]
}

/** Unknown words of one query that are taken for near ones: where there are more they are no typing errors. */
const mostUnknown = 8

interface Asked extends Pick<Term, 'term' | 'kind'> {
  /** Whether the text itself has it. */
  isOwn: boolean
  /** The highest of the texts it is in. */
  weight: number
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The terms of a query and of the other names of what it says. */
export function collectTerms({
  contents,
  ranking,
  text,
  also,
  maxTerms,
}: {
  contents: IndexContents
  ranking: LexicalRanking
  text: string
  also: readonly { text: string; weight: number }[]
  maxTerms: number
}): QueryTerms {
  const asked = new Map<string, Asked>()
  for (const [at, part] of [{ text, weight: 1 }, ...also].entries())
    for (const { term, kind } of analyze(part.text)) {
      const key = `${kind} ${term}`
      const known = asked.get(key)
      if (!known) asked.set(key, { term, kind, isOwn: at === 0, weight: part.weight })
      else if (part.weight > known.weight) known.weight = part.weight
    }
  const weights = new Map<number, number>()
  const take = (number: number, weight: number) => weights.set(number, Math.max(weights.get(number) ?? 0, weight))
  const own: QueryTerms['own'] = []
  const unknown: { word: string; weight: number }[] = []
  for (const { isOwn, weight: partWeight, ...term } of asked.values()) {
    const number = findTerm({ contents, ...term })
    const kindWeight = weighKind({ ...term, ranking })
    if (number !== null) take(number, partWeight * kindWeight)
    else if (isOwn && term.kind === 'word') unknown.push({ word: term.term, weight: kindWeight })
    if (isOwn) own.push({ weight: kindWeight, held: number === null ? 0 : countEntries({ contents, number }) })
  }
  for (const { word, weight } of unknown.slice(0, mostUnknown))
    for (const near of findNearWords({ contents, word })) take(near.number, near.weight * weight)
  const terms = [...weights].map(([number, weight]) => ({ number, weight, held: countEntries({ contents, number }) }))
  return { terms: terms.sort((a, b) => a.held - b.held || a.number - b.number).slice(0, maxTerms), own }
}

function weighKind({ term, kind, ranking }: Pick<Term, 'term' | 'kind'> & { ranking: LexicalRanking }): number {
  if (kind === 'bigram') return ranking.bigram
  return japanese.test(term) ? ranking.word : ranking.latinWord
}
