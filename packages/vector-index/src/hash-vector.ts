import { createHash } from 'node:crypto'

/** Vectors with the same numbers have the same. */
export function hashVector(vector: Float32Array): string {
  return createHash('sha256')
    .update(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))
    .digest('base64')
}
