import type { ErasureRepository, HygienePolicy, IngestionRepository, QuarantineRepository } from '@shutten/core'
import { applyHygiene } from '../hygiene/apply-hygiene.js'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'
import { hashContent } from './read-source.js'

/**
 * Applies a policy to the stored texts of what serves; no source is read. What it masks is masked in a new version of the
 * document, what it holds back is held back and serves no more. Answers that quote either are withdrawn: they may hold what
 * is to be kept no longer. What an earlier policy has masked stays masked: the text without it is not kept.
 */
export async function applyPolicy(options: {
  records: Pick<IngestionRepository, 'getVersion'>
  staging: Staging
  worklist: Worklist
  policy: HygienePolicy
  quarantine: QuarantineRepository
  erasure?: ErasureRepository | undefined
  signal?: AbortSignal
}): Promise<void> {
  const { records, staging, worklist, policy, quarantine, erasure, signal } = options
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
      const { documentId, contentHash, givenTags } = known
      const stored = await records.getVersion(known.versionId)
      const { title, text, mediaType } = stored
      let inspected = applyHygiene({ document: stored, policy })
      if (inspected.status === 'quarantined') {
        const kept = inspected.document
        const textHash = hashContent(JSON.stringify([kept.title, kept.text]))
        if (!(await quarantine.isReleased({ uri, textHash }))) {
          await erasure?.erase({ documentId, uris: [uri] })
          const { findings } = inspected
          await quarantine.hold({ uri, title: kept.title, mediaType, text: kept.text, textHash, findings })
          await worklist.finish({ item, outcome: 'quarantined', staged: null })
          return true
        }
        inspected = applyHygiene({ document: stored, policy, isReleased: true })
      }
      const { document } = inspected
      if (document.text === text && document.title === title) {
        await worklist.finish({ item, outcome: 'unchanged', staged: null })
        return true
      }
      await erasure?.erase({ documentId, uris: [uri], text: document.text })
      const { staged } = await staging.stage({ documentId, uri, mediaType, contentHash, givenTags, document })
      await worklist.finish({ item, outcome: 'updated', staged })
      return true
    },
  })
  for (const { uri, outcome } of worklist.items) {
    const known = outcome === 'quarantined' ? staging.findByUri(uri) : null
    if (known) staging.remove(known.documentId)
  }
}
