import { type ShuttenError, toShuttenError } from '@shutten/core'
import { createSynonyms, loadSynonymDictionary, parseSynonyms, type SynonymGroup, type Synonyms } from '@shutten/text'
import { openLiveFile } from '../files/open-live-file.js'
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
  let loading: Promise<readonly SynonymGroup[]> | null = null

  const getGroups = () => {
    loading ??= loadGroups().catch((error: unknown) => {
      onError?.(toShuttenError(error))
      return []
    })
    return loading
  }

  const live = openLiveFile({
    file,
    async parse(text): Promise<Synonyms> {
      const own = text === null ? [] : parseSynonyms(text)
      return createSynonyms({ groups: [...own, ...(await getGroups())] })
    },
    suggestion: 'Make it a text file that this user may read, or remove it.',
    ...(onError && { onError }),
  })
  return { find: async (text) => (await live.get()).find(text) }
}
