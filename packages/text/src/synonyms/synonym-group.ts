/** Names of one and the same thing. */
export interface SynonymGroup {
  /** Each of these is found in a query and brings the others. */
  names: readonly string[]
  /** Brought by the names, but bring nothing themselves: they mean too many other things (SMD, 全日). */
  ambiguous?: readonly string[]
  /** What the other names count against the query's own words, 0 to 1; `defaultSynonymWeight` unless told. */
  weight?: number
}

export const defaultSynonymWeight = 0.8
