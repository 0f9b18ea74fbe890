import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { acceptingPrefix } from './upload-leftovers'
import { writeDurably } from './write-durably'

/**
 * Puts files in their places, each in one step, and has them registered with their absolute paths. Where that fails the new
 * ones are taken away again; where the process ends in between, a note that lies beside them lets `removeUploadLeftovers` do
 * so. Errors: those of `register`; DISK_FULL by way of toShuttenError.
 */
export async function placeUploads<T>(options: {
  folder: string
  /** `from` is gone afterwards; `to` is below the folder. */
  files: readonly { from: string; to: string }[]
  register: (paths: string[]) => Promise<T>
}): Promise<T> {
  const { folder, files, register } = options
  const note = path.join(folder, `${acceptingPrefix}${process.pid}-${randomUUID()}.json`)
  const added: string[] = []
  try {
    for (const { to } of files) {
      await mkdir(path.dirname(to), { recursive: true })
      const isNew = await access(to).then(
        () => false,
        () => true,
      )
      if (isNew) added.push(to)
    }
    await writeDurably(note, Buffer.from(JSON.stringify(added)))
    for (const { from, to } of files) {
      await rename(from, to)
      // Two names of one file stay as they are: so they are after an attempt that was refused.
      await rm(from, { force: true })
    }
    const registered = await register([...new Set(files.map(({ to }) => to))])
    await rm(note)
    return registered
  } catch (error) {
    for (const file of [...files.map(({ from }) => from), ...added, note]) await rm(file, { force: true })
    throw error
  }
}
