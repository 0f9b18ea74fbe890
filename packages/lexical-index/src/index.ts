export { createInvertedIndexFactory } from './create-inverted-index-factory.js'
export type { LexicalRanking } from './lexical-ranking.js'
