/** Names of one and the same thing. */
export interface SynonymGroup {
  /** Each of these is found in a query and brings the others. */
  names: readonly string[]
  /** Brought by the names, but bring nothing themselves: they mean too many other things (SMD, 全日). */
  ambiguous?: readonly string[]
  /** What the other names count against the query's own words, 0 to 1; `defaultSynonymWeight` unless told. */
  weight?: number
  /** The names in the form in which they are compared, in the same order, where that was worked out ahead. */
  keys?: readonly string[]
}

/** Of groups that someone wrote for these articles. */
export const defaultSynonymWeight = 0.8

/**
 * Of what comes from a dictionary or a rule. On 1,200 questions of JSQuAD and JaQuAD, 539 of them with a name exchanged for
 * another by Sudachi's dictionary, weights of 0, 0.3, 0.5 and 0.8 gave MRR@10 of .898, .918, .931 and .936 where exchanged
 * and .957, .958, .957 and .952 on the same questions as they were.
 */
export const generalSynonymWeight = 0.5
