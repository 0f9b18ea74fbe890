/** What an occurrence counts: the weight of its field times the weight of its kind of term. */
export interface LexicalWeights {
  title: number
  headings: number
  body: number
  word: number
  bigram: number
}
