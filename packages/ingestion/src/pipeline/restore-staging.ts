import type { IngestionRepository } from '@shutten/core'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'

/** Has what earlier runs got done in the staging again. What they staged and is not stored any more is to be done again. */
export async function restoreStaging(options: {
  records: Pick<IngestionRepository, 'findVersionIds'>
  staging: Staging
  worklist: Worklist
}): Promise<void> {
  const { records, staging, worklist } = options
  const done = worklist.items.filter(({ status }) => status === 'done')
  const stored = await records.findVersionIds(done.flatMap(({ staged }) => (staged ? [staged.versionId] : [])))
  for (const item of done) {
    const { staged, uri } = item
    if (staged && stored.has(staged.versionId)) staging.restore({ uri, staged })
    else if (staged) Object.assign(item, { status: 'waiting', outcome: null, staged: null })
    else if (item.outcome === 'deleted') {
      const known = staging.findByUri(uri)
      if (known) staging.remove(known.documentId)
    }
  }
}
