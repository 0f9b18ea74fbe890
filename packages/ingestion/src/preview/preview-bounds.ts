/** How far a preview looks. */
export interface PreviewBounds {
  /** Milliseconds in all. */
  maxMs: number
  /** Items of a listing. */
  maxItems: number
  /** Files of a folder, of any kind. */
  maxFiles: number
  /** Sitemaps of an index. */
  maxSitemaps: number
  /** Hosts whose robots.txt is asked for, beside the source's own. */
  maxHosts: number
  /** Pages that are read. */
  maxReads: number
  /** Items that are named, of each kind. */
  shown: number
}

/** A person waits for it: what a few requests to one host, a second apart, take. */
export const defaultPreviewBounds: PreviewBounds = {
  maxMs: 20_000,
  maxItems: 1_000,
  maxFiles: 20_000,
  maxSitemaps: 3,
  maxHosts: 3,
  maxReads: 3,
  shown: 20,
}
