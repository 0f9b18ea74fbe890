import { randomBytes } from 'node:crypto'
import { toBase32 } from './to-base32.js'

/** 100 random bits, safe in paths and addresses. */
export function createId(): string {
  return toBase32(randomBytes(13)).slice(0, 20)
}
