import { randomBytes } from 'node:crypto'
import { chmod, link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'

/** Bytes of a made secret. */
const length = 32

/**
 * The secret in a file that only its owner may read; made when it is not there. Of two processes that make it at once, one
 * does, and both have the same.
 * Errors: DATA_FOLDER_UNWRITABLE.
 */
export async function readSecret(file: string): Promise<Buffer> {
  try {
    return (await read(file)) ?? (await make(file))
  } catch (cause) {
    throw new ShuttenError({
      code: 'DATA_FOLDER_UNWRITABLE',
      message: `The secret that keys are encrypted by cannot be read or written: ${file}.`,
      suggestion: 'See to it that this user may read and write it, or set SHUTTEN_SECRET.',
      cause,
    })
  }
}

async function read(file: string): Promise<Buffer | null> {
  try {
    const secret = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url')
    if (secret.length < length) throw new Error('It is too short.')
    // A copy or a restored backup may have lost it.
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function make(file: string): Promise<Buffer> {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, `${randomBytes(length).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    // Fails where the file is there meanwhile, and never shows half of one.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  const secret = await read(file)
  if (!secret) throw new Error('It is gone again.')
  return secret
}
