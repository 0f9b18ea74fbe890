import { analyze, type Term } from '@shutten/text'
import type { IndexContents } from '../file/index-contents.js'
import type { LexicalRanking } from '../lexical-ranking.js'
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
  /** Those that the index holds, each once at its highest weight; of more than `maxTerms` the rarest. */
  terms: QueryTerm[]
  /** Those of the text itself, whether the index holds them or not. */
  own: Pick<QueryTerm, 'held' | 'weight'>[]
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
  const weights = new Map<number, number>()
  const own = new Map<string, Pick<QueryTerm, 'held' | 'weight'>>()
  for (const [at, part] of [{ text, weight: 1 }, ...also].entries())
    for (const term of analyze(part.text)) {
      const number = findTerm({ contents, ...term })
      const weight = part.weight * weighKind({ ...term, ranking })
      if (number !== null) weights.set(number, Math.max(weights.get(number) ?? 0, weight))
      if (at === 0)
        own.set(`${term.kind} ${term.term}`, { weight, held: number === null ? 0 : countEntries({ contents, number }) })
    }
  const terms = [...weights].map(([number, weight]) => ({ number, weight, held: countEntries({ contents, number }) }))
  return {
    terms: terms.sort((a, b) => a.held - b.held || a.number - b.number).slice(0, maxTerms),
    own: [...own.values()],
  }
}

function weighKind({ term, kind, ranking }: Pick<Term, 'term' | 'kind'> & { ranking: LexicalRanking }): number {
  if (kind === 'bigram') return ranking.bigram
  return japanese.test(term) ? ranking.word : ranking.latinWord
}

function countEntries({ contents, number }: { contents: IndexContents; number: number }): number {
  let count = 0
  for (const { starts } of contents.segments) count += (starts[number + 1] as number) - (starts[number] as number)
  return count
}
