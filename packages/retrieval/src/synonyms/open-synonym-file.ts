import { readFile, stat } from 'node:fs/promises'
import { isShuttenError, ShuttenError, toShuttenError } from '@shutten/core'
import { createSynonyms, loadSynonymDictionary, parseSynonyms, type SynonymGroup, type Synonyms } from '@shutten/text'
import type { SynonymSource } from './synonym-source.js'

/**
 * The synonyms of a file that its owner may change at any time (`parseSynonyms` tells its form); without the file, what
 * is known without a list. A change is seen by the next question. One that cannot be read leaves the list as it was, and
 * `onError` is told once.
 * Errors (of `find`, as long as nothing could be read): CONFIGURATION_INVALID, naming the file and the line.
 *
 * @param options.loadGroups gives what is known beside those of the file, asked once, with the first question; the shipped
 *   dictionary unless told. Without them the search goes on, and `onError` is told.
 */
export function openSynonymFile(options: {
  file: string
  loadGroups?: () => Promise<readonly SynonymGroup[]>
  onError?: (error: ShuttenError) => void
}): SynonymSource {
  const { file, loadGroups = loadSynonymDictionary, onError } = options
  let known: Synonyms | null = null
  let seen: string | null = null
  let loading: Promise<readonly SynonymGroup[]> | null = null

  const getGroups = () => {
    loading ??= loadGroups().catch((error: unknown) => {
      onError?.(toShuttenError(error))
      return []
    })
    return loading
  }

  const load = async (): Promise<Synonyms> => {
    const state = await readState(file)
    if (known && state === seen) return known
    try {
      const own = state === absent ? [] : parseSynonyms(await readFile(file, 'utf8'))
      known = createSynonyms({ groups: [...own, ...(await getGroups())] })
    } catch (error) {
      const told = toFileError({ error, file })
      if (!known) throw told
      onError?.(told)
    }
    seen = state
    return known
  }

  return { find: async (text) => (await load()).find(text) }
}

const absent = 'absent'

/** Something that differs when the file does. */
async function readState(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${mtimeMs} ${size} ${ino}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent
    throw toFileError({ error, file })
  }
}

function toFileError({ error, file }: { error: unknown; file: string }): ShuttenError {
  const { message, suggestion } = isShuttenError(error)
    ? error
    : {
        message: toShuttenError(error).message,
        suggestion: 'Make it a text file that this user may read, or remove it.',
      }
  return new ShuttenError({ code: 'CONFIGURATION_INVALID', message: `${file}: ${message}`, suggestion, cause: error })
}
