import { type IngestionRepository, ShuttenError } from '@shutten/core'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'
import { hasSameTags } from './has-same-tags.js'

/**
 * Gives tags to documents and takes tags from them that were given. Tags that a document has of itself stay; those of a
 * document that a source holds are the source's. The text is neither read nor embedded again.
 */
export async function stageTags(options: {
  add: readonly string[]
  remove: readonly string[]
  staging: Staging
  worklist: Worklist
  records: Pick<IngestionRepository, 'getVersion'>
  findHolders: (uri: string) => Promise<readonly { name: string }[]>
  signal?: AbortSignal
}): Promise<void> {
  const { add, remove, staging, worklist, records, findHolders, signal } = options
  await worklist.work({
    action: 'read',
    ...(signal && { signal }),
    async perform(item) {
      const { uri } = item
      const known = staging.findByUri(uri)
      if (!known) {
        await worklist.finish({ item, outcome: null, staged: null })
        return true
      }
      const [holder] = await findHolders(uri)
      if (holder) throw createFixedError(uri, holder.name)
      const kept = known.givenTags.filter((tag) => !remove.includes(tag))
      const givenTags = [...new Set([...kept, ...add])]
      if (hasSameTags(givenTags, known.givenTags)) {
        await worklist.finish({ item, outcome: 'unchanged', staged: null })
        return true
      }
      const stored = await records.getVersion(known.versionId)
      const { documentId, contentHash } = known
      const own = stored.tags.filter((tag) => !known.givenTags.includes(tag))
      const { outcome, staged } = await staging.stage({
        documentId,
        uri,
        mediaType: stored.mediaType,
        contentHash,
        givenTags,
        document: { ...stored, tags: [...new Set([...own, ...givenTags])] },
      })
      await worklist.finish({ item, outcome, staged })
      return true
    },
  })
}

function createFixedError(uri: string, source: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_TAGS_FIXED',
    message: `${uri} is held by the source ${JSON.stringify(source)}, which gives it its tags.`,
    suggestion: 'Change the tags of the source: they go to all of its documents.',
  })
}
