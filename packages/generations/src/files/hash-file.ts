import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

const pieceBytes = 1024 * 1024

/** sha256 in hex, and the number of bytes that were read for it. */
export async function hashFile(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  const handle = await open(file, 'r')
  try {
    // One buffer again and again: a stream's would pile up beside the heap until that is collected, as large as the file.
    const piece = Buffer.allocUnsafeSlow(pieceBytes)
    for (let bytes = 0; ; ) {
      const { bytesRead } = await handle.read(piece, 0, pieceBytes, bytes)
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
      hash.update(piece.subarray(0, bytesRead))
      bytes += bytesRead
    }
  } finally {
    await handle.close()
  }
}
