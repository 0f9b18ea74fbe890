import { ShuttenError } from '@shutten/core'

/**
 * A vector of unit length and of the dimension that is expected.
 * Errors: VECTOR_DIMENSION_MISMATCH; MODEL_FAILED when it holds no direction (not numbers, not finite, all zero).
 */
export function toUnitVector(options: {
  /** A string is base64 of little-endian float32: OpenAI's client hands it on as it came when that was asked for. */
  values: readonly number[] | string
  dimension: number
  id: string
}): Float32Array {
  const { dimension, id } = options
  const values = typeof options.values === 'string' ? decode(options.values) : options.values
  if (!Array.isArray(values) || values.some((value) => !Number.isFinite(value)))
    throw noVector(id, 'something else than finite numbers')
  if (values.length !== dimension)
    throw new ShuttenError({
      code: 'VECTOR_DIMENSION_MISMATCH',
      message: `${id} gave a vector of ${values.length} numbers in place of ${dimension}.`,
      suggestion: `Set the embedder's dimension to ${values.length}, or choose the model it belongs to, and re-index.`,
    })
  // Scaled first: squares of very large or small numbers leave the range of a double.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) throw noVector(id, 'a vector of zeros')
  const scaled = values.map((value) => value / largest)
  const length = Math.sqrt(scaled.reduce((sum, value) => sum + value * value, 0))
  return Float32Array.from(scaled, (value) => value / length)
}

function decode(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64')
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readFloatLE(i * 4))
}

function noVector(id: string, what: string): ShuttenError {
  return new ShuttenError({
    code: 'MODEL_FAILED',
    message: `${id} gave ${what} for a vector.`,
    suggestion: 'Check that the address is that of an embedding model, and try again.',
  })
}
