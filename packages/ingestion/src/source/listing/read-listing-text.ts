import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ShuttenError } from '@shutten/core'
import { createTooLargeError, decodeText } from '../../decode/decode-text.js'

const unpack = promisify(gunzip)

/**
 * The text of a sitemap or feed, also where it is packed with gzip.
 * Errors: SOURCE_TOO_LARGE (unpacked too), SOURCE_LISTING_INVALID, SOURCE_EMPTY, SOURCE_ENCODING, SOURCE_BINARY.
 */
export async function readListingText(options: {
  bytes: Uint8Array
  contentType: string | null
  uri: string
  maxBytes: number
}): Promise<string> {
  const { uri, maxBytes } = options
  let { bytes } = options
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    try {
      bytes = await unpack(bytes, { maxOutputLength: maxBytes })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw createTooLargeError({ uri, maxBytes })
      throw new ShuttenError({
        code: 'SOURCE_LISTING_INVALID',
        message: `${uri} is packed with gzip, but damaged.`,
        suggestion: 'Open the address in a browser to see whether it can be unpacked.',
        cause,
      })
    }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(options.contentType ?? '')?.[1] ?? null
  return decodeText({ bytes, uri, charset, maxBytes }).text
}
