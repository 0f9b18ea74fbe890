import type { Term } from '@shutten/text'

/** Numbers terms in the order in which they come up. */
export interface TermNumbers {
  readonly size: number
  /** A word and a bigram of the same letters have numbers of their own. */
  getNumber(term: Pick<Term, 'term' | 'kind'>): number
  /** As the file has them: words before bigrams, each sorted by UTF-16 code units, with the numbers they had. */
  sort(): { words: SortedTerms; bigrams: SortedTerms }
}

export interface SortedTerms {
  terms: string[]
  numbers: Uint32Array
}

export function createTermNumbers(): TermNumbers {
  const numbers = { word: new Map<string, number>(), bigram: new Map<string, number>() }
  let size = 0
  return {
    get size() {
      return size
    },
    getNumber({ term, kind }) {
      const known = numbers[kind].get(term)
      if (known !== undefined) return known
      numbers[kind].set(term, size)
      return size++
    },
    sort: () => ({ words: sortTerms(numbers.word), bigrams: sortTerms(numbers.bigram) }),
  }
}

function sortTerms(numbers: ReadonlyMap<string, number>): SortedTerms {
  const terms = [...numbers.keys()].sort()
  return { terms, numbers: Uint32Array.from(terms, (term) => numbers.get(term) as number) }
}
