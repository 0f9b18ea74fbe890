import { closeSync, openSync, readSync } from 'node:fs'
import { createDamageError } from './create-damage-error.js'
import { hashVector } from './hash-vector.js'
import { hnswHeader } from './hnsw-file-layout.js'
import { type InspectedFile, inspectHnswFile } from './inspect-hnsw-file.js'

/** A finished index, as the one that follows it takes vectors over. Of its vectors only the hashes are in memory. */
export interface BaseIndex extends InspectedFile {
  file: string
  /** Elements that are part of the graph: all but the twins, which stand at the end. */
  nodes: number
  /** Nodes that were removed: they lead a search on, and are not found. */
  removed: number
  /** Reads it from the file. Errors: INDEX_DAMAGED. */
  readVector(ordinal: number): Float32Array
  getHash(ordinal: number): string
  /** The element that is the node with this vector. */
  findNode(hash: string): number | null
  /** `isRepeated`: another node has the same vector, and is the one that `findNode` gives. */
  listNodes(): Iterable<{ hash: string; element: number; ordinal: number; isRepeated: boolean }>
  /** Of the file, which is held open meanwhile. */
  close(): void
}

/** Errors: INDEX_DAMAGED. */
export async function readBase(options: { file: string; dimension: number; size: number }): Promise<BaseIndex> {
  const { file, dimension, size } = options
  const hashes: string[] = new Array(size)
  const elementOf = new Uint32Array(size)
  /** Ordinals of nodes. */
  const byHash = new Map<string, number>()
  // hnswlib scales a vector once more: what came as another one can be the same in the file.
  const repeated: number[] = []
  let removed = 0
  let twins = 0
  const inspected = await inspectHnswFile({
    ...options,
    visit({ element, ordinal, vector, twinOf }) {
      if (ordinal === null) {
        removed++
        return
      }
      const hash = hashVector(vector)
      hashes[ordinal] = hash
      elementOf[ordinal] = element
      if (twinOf !== null) twins++
      else if (byHash.has(hash)) repeated.push(ordinal)
      else byHash.set(hash, ordinal)
    },
  })
  const { layout, elements } = inspected
  let descriptor: number | null = null

  const describe = (ordinal: number) => ({
    hash: hashes[ordinal] as string,
    element: elementOf[ordinal] as number,
    ordinal,
  })
  return {
    ...inspected,
    file,
    nodes: elements - twins,
    removed,
    readVector(ordinal) {
      descriptor ??= openSync(file, 'r')
      const vector = new Float32Array(dimension)
      const bytes = new Uint8Array(vector.buffer)
      const start = hnswHeader.bytes + (elementOf[ordinal] as number) * layout.bytes + layout.vectorOffset
      for (let done = 0; done < bytes.length; ) {
        const read = readSync(descriptor, bytes, done, bytes.length - done, start + done)
        if (read === 0) throw createDamageError({ file, reason: 'it was cut while it was in use' })
        done += read
      }
      return vector
    },
    getHash: (ordinal) => hashes[ordinal] as string,
    findNode(hash) {
      const ordinal = byHash.get(hash)
      return ordinal === undefined ? null : (elementOf[ordinal] as number)
    },
    *listNodes() {
      for (const ordinal of byHash.values()) yield { ...describe(ordinal), isRepeated: false }
      for (const ordinal of repeated) yield { ...describe(ordinal), isRepeated: true }
    },
    close() {
      if (descriptor !== null) closeSync(descriptor)
      descriptor = null
    },
  }
}
