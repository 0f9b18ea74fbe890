import { type ItemFailure, toShuttenError } from '@shutten/core'

/** The failure of one item, as reports carry it. */
export function toFailure(uri: string, error: unknown): ItemFailure {
  const { code, message, suggestion } = toShuttenError(error)
  return { uri, code, message, suggestion }
}
