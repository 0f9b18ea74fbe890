/** What a listing passed over: by the patterns, for its extension, for its host, and entries without an address. */
export interface SkippedItems {
  excluded: number
  unsupported: number
  foreign: number
  unaddressed: number
}
