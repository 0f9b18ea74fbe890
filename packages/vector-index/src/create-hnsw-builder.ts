import { ShuttenError, type VectorIndexBuilder } from '@shutten/core'
import hnswlib from 'hnswlib-node'
import { checkVector } from './check-vector.js'
import { saveDurably } from './save-durably.js'

/** Errors: INPUT_INVALID for an ordinal that is taken, out of range or, when saving, missing; VECTOR_DIMENSION_MISMATCH. */
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
  let count = 0

  return {
    dimension,

    add({ ordinal, vector }) {
      if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= capacity)
        throw createOrdinalError(`Ordinal ${ordinal} is outside of 0 to ${capacity - 1}.`)
      if (isTaken[ordinal]) throw createOrdinalError(`Ordinal ${ordinal} was added twice.`)
      index.addPoint(checkVector(vector, dimension), ordinal)
      isTaken[ordinal] = 1
      count++
    },

    async save(file) {
      const gap = isTaken.indexOf(0)
      if (gap >= 0 && gap < count) throw createOrdinalError(`Ordinal ${gap} is missing.`)
      if (index.getMaxElements() > Math.max(count, 1)) index.resizeIndex(Math.max(count, 1))
      await saveDurably({ file, dimension, size: count, write: (name) => index.writeIndex(name) })
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
