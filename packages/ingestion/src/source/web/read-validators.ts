import type { SourceValidators } from '@shutten/core'
import type { Headers } from 'undici'

/** The validators of an answer; null when it has none that can be sent back. */
export function readValidators(options: { url: URL; headers: Headers }): SourceValidators | null {
  const etag = readHeader(options.headers.get('etag'))
  const lastModified = readHeader(options.headers.get('last-modified'))
  return etag === null && lastModified === null ? null : { uri: options.url.href, etag, lastModified }
}

/** The headers that ask whether something has changed; none for an address that the validators are not of. */
export function createConditions(options: { url: URL; validators: SourceValidators | null }): Record<string, string> {
  const { url, validators } = options
  if (validators?.uri !== url.href) return {}
  return {
    ...(validators.etag !== null && { 'if-none-match': validators.etag }),
    ...(validators.lastModified !== null && { 'if-modified-since': validators.lastModified }),
  }
}

function readHeader(value: string | null): string | null {
  return value !== null && /^[\x20-\x7e]{1,1000}$/.test(value) ? value : null
}
