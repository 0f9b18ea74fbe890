import { ShuttenError } from '@shutten/core'

/**
 * Gives the vector as hnswlib takes it: plain numbers, scaled to unit length (hnswlib's own scaling overflows early).
 * Errors: VECTOR_DIMENSION_MISMATCH; INPUT_INVALID when a number is not finite or all are 0, which has no direction.
 */
export function checkVector(vector: Float32Array, dimension: number): number[] {
  if (vector.length !== dimension)
    throw new ShuttenError({
      code: 'VECTOR_DIMENSION_MISMATCH',
      message: `The vector has ${vector.length} numbers; the index holds vectors of ${dimension}.`,
      suggestion: 'The embedding model was changed: run `pnpm shutten reindex`.',
    })
  let squares = 0
  for (const value of vector) squares += value * value
  if (!Number.isFinite(squares) || squares === 0)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: squares === 0 ? 'The vector is all zeros.' : 'The vector holds a number that is not finite.',
      suggestion: 'Check the embedding model: run `pnpm shutten doctor`.',
    })
  const length = Math.sqrt(squares)
  return Array.from(vector, (value) => value / length)
}
