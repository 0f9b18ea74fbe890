import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { placeUploads } from './place-uploads'
import type { UploadedFile } from './read-upload'
import { partialPrefix } from './upload-leftovers'
import { writeDurably } from './write-durably'

/**
 * Writes uploaded files into the folder, each flushed to disk and put in place in one step, and has them registered with
 * their absolute paths; see `placeUploads`.
 */
export async function storeUploads<T>(options: {
  folder: string
  files: readonly UploadedFile[]
  register: (paths: string[]) => Promise<T>
}): Promise<T> {
  const { folder, register } = options
  const own = `${process.pid}-${randomUUID()}`
  const files = options.files.map((file, at) => ({
    from: path.join(folder, `${partialPrefix}${own}-${at}`),
    to: path.join(folder, file.path),
  }))
  try {
    await mkdir(folder, { recursive: true })
    for (const [at, { from }] of files.entries()) await writeDurably(from, (options.files[at] as UploadedFile).bytes)
  } catch (error) {
    for (const { from } of files) await rm(from, { force: true })
    throw error
  }
  return placeUploads({ folder, files, register })
}
