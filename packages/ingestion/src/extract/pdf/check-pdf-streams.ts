import { inflateSync } from 'node:zlib'
import { ShuttenError } from '@shutten/core'
import type { UnpackBudget } from '../../archive/create-unpack-budget.js'

const maxChain = 3

/**
 * Refuses a PDF file whose compressed streams unpack to too much, one by one and together, before the reader meets them: it
 * unpacks without a limit. Pictures are left alone, for reading text never unpacks them.
 *
 * Errors: SOURCE_UNPACKED_TOO_LARGE.
 */
export function checkPdfStreams(options: { bytes: Uint8Array; uri: string; budget: UnpackBudget }): void {
  const { uri, budget } = options
  const bytes = Buffer.from(options.bytes.buffer, options.bytes.byteOffset, options.bytes.length)
  const maxOutputLength = Math.min(budget.limits.maxUnpackedBytes, 2 ** 31)
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).equals(Buffer.from('end'))) continue
    let start = at + 6
    if (bytes[start] === 0x0d) start += 1
    if (bytes[start] === 0x0a) start += 1
    if (!isZlib(bytes, start)) continue
    const dictionary = bytes.toString('latin1', Math.max(0, at - 512), at)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (/\/Subtype\s*\/Image\b/.test(own)) continue
    const end = bytes.indexOf('endstream', start)
    let data = bytes.subarray(start, end === -1 ? undefined : end)
    for (let depth = 0; depth < maxChain && isZlib(data, 0); depth++) {
      const inflated = inflate({ data, uri, maxOutputLength })
      if (!inflated) break
      budget.spend(inflated.length)
      data = inflated
    }
  }
}

function isZlib(bytes: Uint8Array, at: number): boolean {
  const [method, flags] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0
}

function inflate(options: { data: Buffer; uri: string; maxOutputLength: number }): Buffer | null {
  try {
    return inflateSync(options.data, { maxOutputLength: options.maxOutputLength })
  } catch (error) {
    // Damaged streams are the reader's matter.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return null
    throw new ShuttenError({
      code: 'SOURCE_UNPACKED_TOO_LARGE',
      message: `${options.uri} holds a part that would unpack to more than ${options.maxOutputLength.toLocaleString('en')} bytes.`,
      suggestion: 'If you trust it, open it and print it to a new PDF file.',
    })
  }
}
