import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { UploadedFile } from './read-upload'

/**
 * Writes uploaded files into the folder, each flushed to disk and put in place in one step.
 * Returns their absolute paths. Errors: DISK_FULL by way of toShuttenError.
 */
export async function storeUploads(options: { folder: string; files: readonly UploadedFile[] }): Promise<string[]> {
  const paths = new Set<string>()
  for (const file of options.files) {
    const target = path.join(options.folder, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    const partial = path.join(options.folder, `.partial-${randomUUID()}`)
    try {
      const handle = await open(partial, 'wx')
      try {
        await handle.writeFile(file.bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(partial, target)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
    paths.add(target)
  }
  return [...paths]
}
