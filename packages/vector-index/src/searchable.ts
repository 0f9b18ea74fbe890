import type { OrdinalSet, VectorHit } from '@shutten/core'

/** What a file was read into. `k` is at most the size, or that of `within`. At least k hits, in any order. */
export interface Searchable {
  search(point: number[], k: number): VectorHit[]
  /** At least k hits, all of them `within`. */
  searchWithin(point: number[], k: number, within: OrdinalSet): VectorHit[]
  close(): void
}
