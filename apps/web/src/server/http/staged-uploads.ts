import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { placeUploads } from './place-uploads'
import type { UploadedFile } from './read-upload'
import { partialPrefix, stagedPrefix } from './upload-leftovers'
import { writeDurably } from './write-durably'

/** Files that are sent one by one, kept aside until they are taken in together by one job. */
export interface StagedUploads {
  /** Keeps files under an upload; one of the same name takes the place of the one before. */
  add(options: { id: string; files: readonly UploadedFile[] }): Promise<void>
  /**
   * Puts all that an upload holds in place and has it registered; where that fails it is kept, to be asked for again.
   * Errors: UPLOAD_NOT_FOUND; those of `register`.
   */
  accept<T>(options: { id: string; register: (paths: string[]) => Promise<T> }): Promise<T>
  /** Forgets an upload. */
  remove(id: string): Promise<void>
}

export function createStagedUploads({ folder }: { folder: string }): StagedUploads {
  const folderOf = (id: string) => path.join(folder, `${stagedPrefix}${id}`)
  return {
    async add({ id, files }) {
      for (const file of files) {
        const to = path.join(folderOf(id), file.path)
        await mkdir(path.dirname(to), { recursive: true })
        const partial = path.join(folder, `${partialPrefix}${process.pid}-${randomUUID()}`)
        try {
          await writeDurably(partial, file.bytes)
          await rename(partial, to)
        } finally {
          await rm(partial, { force: true })
        }
      }
    },
    async accept({ id, register }) {
      const staged = folderOf(id)
      const names = await listFiles(staged)
      if (names.length === 0)
        throw new ShuttenError({
          code: 'UPLOAD_NOT_FOUND',
          message: `Nothing was sent under the upload ${id}, or it was taken in before.`,
          suggestion: 'Send the files again.',
        })
      const own = `${process.pid}-${randomUUID()}`
      const files = names.map((name, at) => ({
        from: path.join(folder, `${partialPrefix}${own}-${at}`),
        to: path.join(folder, name),
      }))
      try {
        // What is kept aside stays there until the job is registered: who is refused need not send it again.
        for (const [at, { from }] of files.entries()) await linkOrCopy(path.join(staged, names[at] as string), from)
      } catch (error) {
        for (const { from } of files) await rm(from, { force: true })
        throw error
      }
      const registered = await placeUploads({ folder, files, register })
      await rm(staged, { recursive: true, force: true })
      return registered
    },
    remove: (id) => rm(folderOf(id), { recursive: true, force: true }),
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** Some file systems know no links. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}
