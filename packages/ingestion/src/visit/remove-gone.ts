import type { Staging } from '../pipeline/create-staging.js'
import type { Worklist } from '../pipeline/create-worklist.js'

/** Removes the documents of a worklist's `remove` items that no other source holds. */
export async function removeGone(options: {
  staging: Staging
  worklist: Worklist
  isHeldElsewhere: (uri: string) => Promise<boolean>
  signal?: AbortSignal
}): Promise<void> {
  const { staging, worklist, isHeldElsewhere, signal } = options
  await worklist.work({
    action: 'remove',
    ...(signal && { signal }),
    async perform(item) {
      const document = staging.findByUri(item.uri)
      const isRemoved = document !== null && !(await isHeldElsewhere(item.uri))
      if (isRemoved) staging.remove(document.documentId)
      await worklist.finish({ item, outcome: isRemoved ? 'deleted' : null, staged: null })
      return true
    },
  })
}
