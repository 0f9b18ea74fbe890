/** How much an archive, or a document that is one inside, may unpack to. */
export interface UnpackLimits {
  /** Bytes of everything that is read out of one source, archives inside archives included. */
  maxUnpackedBytes: number
  /** Bytes of one Office document or book, which is held in memory as a tree: some 15 to 25 times its size. */
  maxDocumentBytes: number
  /** Unpacked bytes for each packed one. Held against a source that unpacks to more than `ratioFreeBytes`. */
  maxRatio: number
  ratioFreeBytes: number
  maxEntries: number
  /** 1: an archive of documents; 2: archives inside it are opened too. */
  maxDepth: number
}

/** Deflate reaches 1,032 : 1; the emptiest spreadsheets some 100 : 1. */
export const defaultUnpackLimits: UnpackLimits = {
  maxUnpackedBytes: 256 * 1024 * 1024,
  maxDocumentBytes: 48 * 1024 * 1024,
  maxRatio: 200,
  ratioFreeBytes: 4 * 1024 * 1024,
  maxEntries: 10_000,
  maxDepth: 2,
}
