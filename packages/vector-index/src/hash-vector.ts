import { createHash } from 'node:crypto'

/** Half of a SHA-256: one is kept in memory for each vector of an index. */
const bytes = 16

/** Vectors with the same numbers have the same. */
export function hashVector(vector: Float32Array): string {
  return createHash('sha256')
    .update(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))
    .digest()
    .toString('latin1', 0, bytes)
}
