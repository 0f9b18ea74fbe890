import { createHash } from 'node:crypto'
import { ShuttenError, type VectorIndexBuilder } from '@shutten/core'
import hnswlib from 'hnswlib-node'
import { appendTwins } from './append-twins.js'
import { checkVector } from './check-vector.js'
import { saveDurably } from './save-durably.js'

/**
 * Of vectors that are the same only the first becomes a node of the graph: nodes without distance between them link to each other alone,
 * and a search that comes upon them goes no further. The others are appended to the file as its twins.
 * Errors: INPUT_INVALID for an ordinal that is taken, out of range or, when saving, missing; VECTOR_DIMENSION_MISMATCH.
 */
export function createHnswBuilder({
  dimension,
  capacity,
  m,
  efConstruction,
  seed,
}: {
  dimension: number
  capacity: number
  m: number
  efConstruction: number
  seed: number
}): VectorIndexBuilder {
  const index = new hnswlib.HierarchicalNSW('cosine', dimension)
  index.initIndex(Math.max(capacity, 1), m, efConstruction, seed)
  const isTaken = new Uint8Array(capacity)
  /** Positions in the graph by the hash of the vector. */
  const nodes = new Map<string, number>()
  const twins: { ordinal: number; node: number }[] = []
  let count = 0

  return {
    dimension,

    add({ ordinal, vector }) {
      if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= capacity)
        throw createOrdinalError(`Ordinal ${ordinal} is outside of 0 to ${capacity - 1}.`)
      if (isTaken[ordinal]) throw createOrdinalError(`Ordinal ${ordinal} was added twice.`)
      const point = checkVector(vector, dimension)
      const hash = createHash('sha256').update(Float32Array.from(point)).digest('base64')
      const node = nodes.get(hash)
      if (node === undefined) {
        index.addPoint(point, ordinal)
        nodes.set(hash, nodes.size)
      } else twins.push({ ordinal, node })
      isTaken[ordinal] = 1
      count++
    },

    async save(file) {
      const gap = isTaken.indexOf(0)
      if (gap >= 0 && gap < count) throw createOrdinalError(`Ordinal ${gap} is missing.`)
      if (index.getMaxElements() > Math.max(nodes.size, 1)) index.resizeIndex(Math.max(nodes.size, 1))
      await saveDurably({
        file,
        dimension,
        size: count,
        async write(name) {
          await index.writeIndex(name)
          if (twins.length > 0) await appendTwins({ file: name, dimension, m, nodes: nodes.size, twins })
        },
      })
    },
  }
}

function createOrdinalError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message,
    suggestion: 'Number the vectors 0, 1, 2 … without a gap, at most as many as the capacity.',
  })
}
