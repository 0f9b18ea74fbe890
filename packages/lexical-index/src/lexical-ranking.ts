/** How entries are ranked. All of it is applied when searching: changing it needs no rebuild. */
export interface LexicalRanking {
  /** What an occurrence counts in each field. */
  title: number
  headings: number
  body: number
  /** What a term of each kind weighs. A word in Latin letters or digits has no bigrams beside it to say it again. */
  word: number
  latinWord: number
  bigram: number
  /** BM25's k1: how soon further occurrences stop to count; above 0. */
  k1: number
  /** BM25's b: how much long entries are marked down, 0 to 1. */
  b: number
}
