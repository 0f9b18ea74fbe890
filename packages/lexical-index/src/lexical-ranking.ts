/** How entries are ranked. All of it is applied when searching: changing it needs no rebuild. */
export interface LexicalRanking {
  /** What an occurrence counts in each field. */
  title: number
  headings: number
  body: number
  /** What an occurrence of each kind of term counts. */
  word: number
  bigram: number
  /** BM25's k1: how soon further occurrences stop to count; above 0. */
  k1: number
  /** BM25's b: how much long entries are marked down, 0 to 1. */
  b: number
}
