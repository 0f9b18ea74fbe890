import { randomUUID } from 'node:crypto'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { UploadedFile } from './read-upload'
import { acceptingPrefix, partialPrefix } from './upload-leftovers'

/**
 * Writes uploaded files into the folder, each flushed to disk and put in place in one step, and has them registered with
 * their absolute paths. Where that fails the new ones are taken away again; where the process ends in between, a note that lies
 * beside them lets `removeUploadLeftovers` do so. Errors: those of `register`; DISK_FULL by way of toShuttenError.
 */
export async function storeUploads<T>(options: {
  folder: string
  files: readonly UploadedFile[]
  register: (paths: string[]) => Promise<T>
}): Promise<T> {
  const { folder, register } = options
  const own = `${process.pid}-${randomUUID()}`
  const note = path.join(folder, `${acceptingPrefix}${own}.json`)
  const partials = options.files.map((_, at) => path.join(folder, `${partialPrefix}${own}-${at}`))
  const targets = options.files.map((file) => path.join(folder, file.path))
  const added: string[] = []
  try {
    for (const [at, file] of options.files.entries()) {
      const target = targets[at] as string
      await mkdir(path.dirname(target), { recursive: true })
      await writeDurably(partials[at] as string, file.bytes)
      const isNew = await access(target).then(
        () => false,
        () => true,
      )
      if (isNew) added.push(target)
    }
    await writeDurably(note, Buffer.from(JSON.stringify(added)))
    for (const [at, partial] of partials.entries()) await rename(partial, targets[at] as string)
    const registered = await register([...new Set(targets)])
    await rm(note)
    return registered
  } catch (error) {
    for (const file of [...partials, ...added, note]) await rm(file, { force: true })
    throw error
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
