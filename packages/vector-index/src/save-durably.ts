import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { isShuttenError, ShuttenError } from '@shutten/core'
import { inspectHnswFile } from './inspect-hnsw-file.js'

/**
 * Writes beside the file's place, checks and flushes, then renames: the name never shows half an index.
 * Errors: DISK_FULL; those of the file system as Node gives them.
 */
export async function saveDurably({
  file,
  dimension,
  size,
  write,
}: {
  file: string
  dimension: number
  size: number
  write: (file: string) => Promise<unknown>
}): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    // hnswlib writes without looking whether it can: a missing folder or a missing right shows here.
    await (await open(temporary, 'w')).close()
    await write(temporary)
    const handle = await open(temporary, 'r+')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    await inspectHnswFile({ file: temporary, dimension, size })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    // Nor does it look whether a write succeeded; a file that is not whole right after it means no room for it.
    if (isShuttenError(error) && error.code === 'INDEX_DAMAGED')
      throw new ShuttenError({
        code: 'DISK_FULL',
        message: 'The vector index could not be written whole.',
        suggestion: 'Free some disk space, then run the command again.',
        cause: error,
      })
    throw error
  }
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
