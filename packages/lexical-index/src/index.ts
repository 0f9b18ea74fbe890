export { createFtsIndexFactory } from './create-fts-index-factory.js'
export type { LexicalWeights } from './lexical-weights.js'
