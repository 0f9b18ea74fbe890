import type {
  ErasureRepository,
  HygienePolicy,
  IngestionRepository,
  PassageEditRepository,
  QuarantineRepository,
} from '@shutten/core'
import { getSourceVersion } from '../edits/get-source-version.js'
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
  edits?: Pick<PassageEditRepository, 'mask'> | null
  signal?: AbortSignal
}): Promise<void> {
  const { records, staging, worklist, policy, quarantine, erasure, edits, signal } = options
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
      const source = await getSourceVersion({ records, version: stored })
      const said = source === stored ? document : applyHygiene({ document: source, policy, isReleased: true }).document
      if (document.text === text && document.title === title && said.text === source.text) {
        await worklist.finish({ item, outcome: 'unchanged', staged: null })
        return true
      }
      await erasure?.erase({ documentId, uris: [uri], text: said.text })
      const mask = (words: string) => applyHygiene({ document: toWords(words), policy, isReleased: true }).document.text
      await edits?.mask({ documentId, mask })
      const { staged } = await staging.stage({ documentId, uri, mediaType, contentHash, givenTags, document: said })
      await worklist.finish({ item, outcome: 'updated', staged })
      return true
    },
  })
  for (const { uri, outcome } of worklist.items) {
    const known = outcome === 'quarantined' ? staging.findByUri(uri) : null
    if (known) staging.remove(known.documentId)
  }
}

const toWords = (text: string) => ({ title: '', language: 'ja' as const, text, blocks: [], tags: [] })
