import { hashVector } from './hash-vector.js'
import { type InspectedFile, inspectHnswFile } from './inspect-hnsw-file.js'

/** A finished index, as the one that follows it takes vectors over. */
export interface BaseIndex extends InspectedFile {
  file: string
  /** Elements that are part of the graph: all but the twins, which stand at the end. */
  nodes: number
  /** Nodes that were removed: they lead a search on, and are not found. */
  removed: number
  /** A view into the whole. */
  getVector(ordinal: number): Float32Array
  getHash(ordinal: number): string
  /** The node that has this vector. */
  findNode(hash: string): { element: number; ordinal: number } | null
  /** `isRepeated`: another node has the same vector, and is the one that `findNode` gives. */
  listNodes(): Iterable<{ hash: string; element: number; ordinal: number; isRepeated: boolean }>
}

/** Errors: INDEX_DAMAGED. */
export async function readBase(options: { file: string; dimension: number; size: number }): Promise<BaseIndex> {
  const { file, dimension, size } = options
  const vectors = new Float32Array(size * dimension)
  const hashes: string[] = new Array(size)
  const byHash = new Map<string, { element: number; ordinal: number }>()
  // hnswlib scales a vector once more: what came as another one can be the same in the file.
  const repeated: { hash: string; element: number; ordinal: number }[] = []
  let removed = 0
  let twins = 0
  const inspected = await inspectHnswFile({
    ...options,
    visit({ element, ordinal, vector, twinOf }) {
      if (ordinal === null) {
        removed++
        return
      }
      vectors.set(vector, ordinal * dimension)
      const hash = hashVector(vector)
      hashes[ordinal] = hash
      if (twinOf !== null) twins++
      else if (byHash.has(hash)) repeated.push({ hash, element, ordinal })
      else byHash.set(hash, { element, ordinal })
    },
  })
  return {
    ...inspected,
    file,
    nodes: inspected.elements - twins,
    removed,
    getVector: (ordinal) => vectors.subarray(ordinal * dimension, (ordinal + 1) * dimension),
    getHash: (ordinal) => hashes[ordinal] as string,
    findNode: (hash) => byHash.get(hash) ?? null,
    *listNodes() {
      for (const [hash, node] of byHash) yield { hash, ...node, isRepeated: false }
      for (const node of repeated) yield { ...node, isRepeated: true }
    },
  }
}
