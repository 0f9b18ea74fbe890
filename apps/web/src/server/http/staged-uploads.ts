import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
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
   * Puts all that an upload holds in place and has it registered; where that fails it is kept, to be asked for again. What
   * `register` gave, plain JSON, is kept for a day and given again: an answer may get lost.
   * Errors: UPLOAD_NOT_FOUND; those of `register`.
   */
  accept<T>(options: { id: string; register: (paths: string[]) => Promise<T> }): Promise<T>
  /** Forgets an upload. */
  remove(id: string): Promise<void>
}

export function createStagedUploads({ folder }: { folder: string }): StagedUploads {
  const folderOf = (id: string) => path.join(folder, `${stagedPrefix}${id}`)
  const receiptOf = (id: string) => path.join(folder, `${stagedPrefix}${id}.json`)
  const writeWhole = async (to: string, bytes: Uint8Array) => {
    const partial = path.join(folder, `${partialPrefix}${process.pid}-${randomUUID()}`)
    try {
      await writeDurably(partial, bytes)
      await rename(partial, to)
    } finally {
      await rm(partial, { force: true })
    }
  }
  return {
    async add({ id, files }) {
      await rm(receiptOf(id), { force: true })
      for (const file of files) {
        const to = path.join(folderOf(id), file.path)
        await mkdir(path.dirname(to), { recursive: true })
        await writeWhole(to, file.bytes)
      }
    },
    async accept({ id, register }) {
      const staged = folderOf(id)
      const receipt = await findReceipt(receiptOf(id))
      if (receipt) {
        await rm(staged, { recursive: true, force: true })
        return receipt.registered
      }
      const names = await listFiles(staged)
      if (names.length === 0)
        throw new ShuttenError({
          code: 'UPLOAD_NOT_FOUND',
          message: `Nothing was sent under the upload ${id}, or it was taken in long ago.`,
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
      // It is missed only where the answer gets lost, too; then the same files are taken in once more, and nothing has changed.
      await writeWhole(receiptOf(id), Buffer.from(JSON.stringify({ registered }))).catch(() => {})
      await rm(staged, { recursive: true, force: true })
      return registered
    },
    async remove(id) {
      await rm(receiptOf(id), { force: true })
      await rm(folderOf(id), { recursive: true, force: true })
    },
  }
}

async function findReceipt(file: string) {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : JSON.parse(text)
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
