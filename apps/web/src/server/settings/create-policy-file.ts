import { createHash, randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { type ErrorBody, isShuttenError, ShuttenError, type StoredSettings } from '@shutten/core'

/** A policy that stands in a JSON file of the data folder: written by hand, or from the administration. */
export interface PolicyFile<Policy> {
  /** What holds; `problem`: the file cannot be read, and `values` are those without it. */
  read(): Promise<StoredSettings<Policy> & { problem: ErrorBody | null }>
  /** Errors: SETTINGS_CHANGED, INPUT_INVALID, DATA_FOLDER_UNWRITABLE, DISK_FULL. */
  save(options: { version: string; values: unknown }): Promise<StoredSettings<Policy>>
  /** Checks a policy. Errors: INPUT_INVALID. */
  parse(values: unknown): Policy
}

/** @param options.parse throws CONFIGURATION_INVALID; of `{}` it makes what holds without the file */
export function createPolicyFile<Policy>(options: {
  file: string
  parse: (input: unknown) => Policy
}): PolicyFile<Policy> {
  const { file } = options
  // One after the other: between the look at the version and the new file nobody else writes.
  let writing: Promise<unknown> = Promise.resolve()

  function parse(values: unknown): Policy {
    try {
      return options.parse(values)
    } catch (error) {
      if (!isShuttenError(error) || error.code !== 'CONFIGURATION_INVALID') throw error
      throw new ShuttenError({ ...error.toJSON(), message: error.message, code: 'INPUT_INVALID', cause: error })
    }
  }

  async function write(version: string, values: unknown): Promise<StoredSettings<Policy>> {
    const policy = parse(values)
    if (toVersion(await readText(file)) !== version)
      throw new ShuttenError({
        code: 'SETTINGS_CHANGED',
        message: 'The policy was changed meanwhile.',
        suggestion: 'Look at what it is now, and save again.',
      })
    const text = `${JSON.stringify(policy, null, 2)}\n`
    await replaceFile(file, text)
    return { version: toVersion(text), values: policy, savedAt: new Date().toISOString(), savedBy: null }
  }

  return {
    async read() {
      const text = await readText(file)
      const savedAt = text === null ? null : (await stat(file)).mtime.toISOString()
      const stored = { version: toVersion(text), savedAt, savedBy: null }
      try {
        return { ...stored, values: options.parse(text === null ? {} : JSON.parse(text)), problem: null }
      } catch (error) {
        const suggestion = 'Correct the file, or save here: that writes it anew.'
        const message = `${file}: ${error instanceof Error ? error.message : String(error)}`
        return { ...stored, values: options.parse({}), problem: { code: 'CONFIGURATION_INVALID', message, suggestion } }
      }
    },
    save({ version, values }) {
      const saved = writing.then(() => write(version, values))
      writing = saved.catch(() => {})
      return saved
    },
    parse,
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const toVersion = (text: string | null) =>
  text === null ? 'none' : createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 16)

/** Whole or not at all, also where the machine stops in the middle. */
async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(/* turbopackIgnore: true */ draft, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    const isFull = (cause as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new ShuttenError({
      code: isFull ? 'DISK_FULL' : 'DATA_FOLDER_UNWRITABLE',
      message: `${file} cannot be written.`,
      suggestion: isFull
        ? 'Free some space, and save again.'
        : 'See to it that the server may write it, and save again.',
      cause,
    })
  }
}
