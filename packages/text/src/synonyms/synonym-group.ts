/** Names of one and the same thing. */
export interface SynonymGroup {
  /** Each of these is found in a query and brings the others. */
  names: readonly string[]
  /** Brought by the names, but bring nothing themselves: they mean too many other things (SMD, 全日). */
  ambiguous?: readonly string[]
  /** What the other names count against the query's own words, 0 to 1; `defaultSynonymWeight` unless told. */
  weight?: number
  /** The same for names in Latin letters, `weight` unless told. */
  latinWeight?: number
  /** The names in the form in which they are compared, in the same order, where that was worked out ahead. */
  keys?: readonly string[]
}

/** Of groups that someone wrote for these articles. */
export const defaultSynonymWeight = 0.8

/** Of what comes from a dictionary or a rule: more finds more of other names, and costs the questions that need none. */
export const generalSynonymWeight = 0.5
/** Of a dictionary's names in Latin letters: an index counts a Latin word for more, as it has no bigrams beside it. */
export const generalLatinWeight = 0.17
