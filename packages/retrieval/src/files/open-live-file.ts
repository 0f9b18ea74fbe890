import { readFile, stat } from 'node:fs/promises'
import { isShuttenError, ShuttenError, toShuttenError } from '@shutten/core'

/** What a file says, as it stands now. */
export interface LiveFile<Content> {
  /** Errors, as long as nothing could be read: CONFIGURATION_INVALID, naming the file. */
  get(): Promise<Content>
}

/**
 * A file that its owner may change at any time: it is looked at with each `get`, and read when it has changed. A change
 * that cannot be read leaves what was known, and `onError` is told once.
 *
 * @param options.parse makes the content of the text; null where there is no file
 * @param options.suggestion what to do about a file that cannot be read
 */
export function openLiveFile<Content>(options: {
  file: string
  parse: (text: string | null) => Content | Promise<Content>
  suggestion: string
  onError?: (error: ShuttenError) => void
}): LiveFile<Content> {
  const { file, parse, suggestion, onError } = options
  let known: { content: Content } | null = null
  let seen: string | null = null
  return {
    async get() {
      const state = await readState(file).catch((error: unknown) => {
        throw toFileError({ error, file, suggestion })
      })
      if (known && state === seen) return known.content
      try {
        known = { content: await parse(state === absent ? null : await readFile(file, 'utf8')) }
      } catch (error) {
        const told = toFileError({ error, file, suggestion })
        if (!known) throw told
        onError?.(told)
      }
      seen = state
      return known.content
    },
  }
}

const absent = 'absent'

/** Something that differs when the file does. */
async function readState(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent
    throw error
  }
}

function toFileError(options: { error: unknown; file: string; suggestion: string }): ShuttenError {
  const { error, file } = options
  const { message, suggestion } = isShuttenError(error)
    ? error
    : { message: toShuttenError(error).message, suggestion: options.suggestion }
  return new ShuttenError({ code: 'CONFIGURATION_INVALID', message: `${file}: ${message}`, suggestion, cause: error })
}
