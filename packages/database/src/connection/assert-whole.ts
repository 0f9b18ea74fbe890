import { open, stat } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'

const headerSize = 100

/**
 * Compares the file's length with what its header says (SQLite file format, section 1.3), which finds a file that
 * was cut off without reading all of it. With a write-ahead log beside it the header may be ahead of the file, and
 * SQLite makes up for it from the log. Errors: DATABASE_DAMAGED.
 */
export async function assertWhole(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    const header = Buffer.alloc(headerSize)
    const { bytesRead } = await handle.read(header, 0, headerSize, 0)
    if (bytesRead === 0) return
    const declaredSize = header.readUInt16BE(16)
    const pageSize = declaredSize === 1 ? 65_536 : declaredSize
    const expected = bytesRead < headerSize ? headerSize : header.readUInt32BE(28) * pageSize
    const { size } = await handle.stat()
    const log = await stat(`${file}-wal`).catch(() => null)
    if (size >= expected || (log !== null && log.size > 0)) return
    throw new ShuttenError({
      code: 'DATABASE_DAMAGED',
      message: `The database ${file} is cut off: it has ${size} of ${expected} bytes.`,
      suggestion:
        'Restore it from a backup, or stop the server and run `pnpm shutten repair`: it keeps what can still be read.',
    })
  } finally {
    await handle.close()
  }
}
