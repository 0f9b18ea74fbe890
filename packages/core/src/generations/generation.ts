import type { LexicalIndex } from '../indexing/lexical-index.js'
import type { OrdinalSet } from '../indexing/ordinal-set.js'
import type { VectorIndex } from '../indexing/vector-index.js'
import type { Passage } from '../passages/passage.js'
import type { SearchFilters } from '../retrieval/search-filters.js'

export interface GenerationManifest {
  /** Layout of the folder; another number is not opened. */
  format: 3
  id: string
  /** ISO 8601, UTC. */
  createdAt: string
  embedder: { id: string; dimension: number }
  chunker: string
  lexical: string
  /** Names the rules that near-duplicates were told by; others find other ones. */
  linker: string
  /** `linked` of the passages say what another says and are found by it: `vectors` and `lexical` are the other ones. */
  counts: { documents: number; passages: number; linked: number; vectors: number; lexical: number }
  /** sha256 (hex) and size of each file beside the manifest. */
  files: Record<string, { sha256: string; bytes: number }>
}

/** A passage of a generation with its number there. */
export interface GenerationPassage extends Passage {
  ordinal: number
}

/** What an open generation holds of its passages: all but its indexes. Immutable, independent of every other generation. */
export interface GenerationTexts {
  readonly id: string
  readonly manifest: GenerationManifest
  /** In the order asked for; an ordinal that is not there is left out. */
  getPassages(ordinals: readonly number[]): GenerationPassage[]
  findPassage(passageId: string): GenerationPassage | null
  /** Ids of all passages by ordinal, and the versions that they are of; some at a time. */
  listIds(): Iterable<readonly { passageId: string; versionId: string }[]>
  /** The passage that an ordinal is linked to, for it says the same; null for one that is indexed itself. */
  getLink(ordinal: number): number | null
  /** Indexed passages by their fingerprints. */
  findFingerprints(fingerprints: readonly string[]): Map<string, number>
  /** All passages of a document, by index. */
  getDocumentPassages(documentId: string): GenerationPassage[]
  /** The passages that filters let through. */
  findOrdinals(filters: SearchFilters): OrdinalSet
  close(): void
}

/** An open generation: immutable, complete, independent of every other. */
export interface Generation extends GenerationTexts {
  /** Names what was excluded from it (`ExclusionRepository.revision`); absent in a generation as it was built. */
  readonly view?: string
  /**
   * Both find, of passages that say the same, one: that which is indexed, or where `within` does not let it through the first
   * of those linked to it that it does. So nothing is hidden from a search that is narrowed to it.
   */
  readonly vectors: VectorIndex
  readonly lexical: LexicalIndex
  /** All others that say what this one says, ascending: the indexed one and those that are linked to it. */
  listAlike(ordinal: number): readonly number[]
}

/** A generation as an administrator sees it: it serves, or can serve again. */
export interface GenerationSummary {
  id: string
  isServing: boolean
  /** Its folder is there, with a whole manifest. */
  isWhole: boolean
  /** Id of the embedder that it was made with. */
  embedder: string
  documents: number
  passages: number
  /** Those of the passages that say what another says. */
  linked: number
  /** ISO 8601, UTC; null where its manifest is gone. */
  createdAt: string | null
  /** ISO 8601, UTC: when it was last switched to. */
  servedAt: string
  /** On disk. */
  bytes: number
}

export interface GenerationEntry {
  passage: Passage
  vector: Float32Array
  /** What near-duplicates of it are told by. */
  fingerprint?: string
}

/** A passage that the previous generation holds just so, by its ordinal there. */
export interface CopiedEntry {
  from: number
}

/** A passage that is stored, not indexed: it says what the one at the ordinal `linkedTo` says. */
export type LinkedEntry = { linkedTo: number } & ({ passage: Passage } | CopiedEntry)

/**
 * Generations as folders of the data folder. A folder without a whole manifest is not a generation: it is what a crash left, and is removed.
 * Errors: GENERATION_NOT_FOUND, INDEX_DAMAGED, DISK_FULL.
 */
export interface GenerationStore {
  /** Of the lexical indexes that `build` makes; a manifest with another one asks for a rebuild. */
  readonly lexicalVersion: string
  /** Builds beside whatever serves; the result is verified and flushed, and serves nobody until the switch. */
  build(options: {
    id: string
    embedder: { id: string; dimension: number }
    chunker: string
    /** Number of passages to come, for the vector index's capacity. */
    passages: number
    /** How many of them are indexed; all unless told. The linked ones come behind them. */
    indexed?: number
    linker?: string
    /** In the order of their ordinals. */
    entries: AsyncIterable<readonly (GenerationEntry | CopiedEntry | LinkedEntry)[]>
    /** Id of the generation that entries are copied from: made with the same embedder and lexical version, and whole. */
    previous?: string
    signal?: AbortSignal
    onProgress?: (done: number) => void
  }): Promise<GenerationManifest>
  open(id: string): Promise<Generation>
  /** Without the indexes, which take most of the memory and time that opening takes. */
  openTexts(id: string): Promise<GenerationTexts>
  /** Reads every byte against the manifest. Returns what is wrong, empty when all is well. */
  verifyFiles(id: string): Promise<string[]>
  /** `verifyFiles`, then whether the parts can be opened. */
  verify(id: string): Promise<string[]>
  list(): Promise<{ id: string; manifest: GenerationManifest | null; bytes: number }[]>
  remove(id: string): Promise<void>
}
