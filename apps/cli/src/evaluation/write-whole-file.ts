import { randomUUID } from 'node:crypto'
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'

/** Writes beside the file and renames: a reader sees the old one or the new one whole. Errors: OUTPUT_UNWRITABLE, DISK_FULL. */
export async function writeWholeFile(options: { file: string; text: string }): Promise<void> {
  const { file, text } = options
  const beside = `${file}.${randomUUID().slice(0, 8)}.part`
  try {
    await writeFile(beside, text)
    await rename(beside, file)
  } catch (cause) {
    await rm(beside, { force: true })
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw cause
    throw createUnwritable(file, cause)
  }
}

/** Tells before long work that its outcome could not be written. Errors: OUTPUT_UNWRITABLE. */
export async function assertWritable(file: string): Promise<void> {
  try {
    await access(path.dirname(file), constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw createUnwritable(file, cause)
  }
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) throw createUnwritable(file, Object.assign(new Error('It is a folder.'), { code: 'EISDIR' }))
}

function createUnwritable(file: string, cause: unknown): ShuttenError {
  return new ShuttenError({
    code: 'OUTPUT_UNWRITABLE',
    message: `${file} cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
    suggestion: 'Name a file in a folder that exists and that you may write to.',
    cause,
  })
}
