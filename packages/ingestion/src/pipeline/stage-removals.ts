import type { ErasureRepository, TextDocument } from '@shutten/core'
import type { StagedRun } from '../visit/staged-run.js'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'
import { findUploadCopies } from './find-upload-copies.js'
import type { JournalItem } from './ingest-journal.js'
import { removeUploads } from './remove-uploads.js'

/**
 * Takes documents out of the next generation. Once that serves, what is kept of them elsewhere goes, too: uploaded files and
 * their copies, answers that quote them, what was held back or excluded. A run that is cut off in between does so when it is
 * taken up again.
 */
export async function stageRemovals(options: {
  staging: Staging
  worklist: Worklist
  getDocument: (position: number) => Promise<Pick<TextDocument, 'id'>>
  erasure?: ErasureRepository | undefined
  uploadsFolder?: string | undefined
  signal?: AbortSignal
}): Promise<StagedRun> {
  const { staging, worklist, getDocument, erasure, uploadsFolder, signal } = options
  const removeOne = async (item: JournalItem) => {
    const known = staging.findByUri(item.uri)
    if (known) staging.remove(known.documentId)
    await worklist.finish({ item, outcome: known ? 'deleted' : null, staged: null })
    return true
  }
  const waiting = worklist.items.filter(({ status }) => status === 'waiting')
  const gone = waiting.flatMap(({ uri }) => staging.findByUri(uri) ?? [])
  const goneUris = new Set(gone.map(({ uri }) => uri))
  const listed = new Set(worklist.items.map(({ uri }) => uri))
  const left = new Set(
    staging
      .listUnder('')
      .map(({ uri }) => uri)
      .filter((uri) => !goneUris.has(uri)),
  )
  const copies =
    uploadsFolder && gone.length > 0
      ? await findUploadCopies({
          folder: uploadsFolder,
          contentHashes: new Set(gone.map(({ contentHash }) => contentHash)),
          known: left,
        })
      : []
  const unlisted = copies.filter((uri) => !listed.has(uri))
  const [first] = waiting
  // Written down before anything is done: whoever takes the run up again knows of them.
  if (first && unlisted.length > 0)
    await worklist.expand({ item: first, items: unlisted.map((uri) => ({ uri, action: 'remove' })) })
  for (const item of worklist.items)
    if (item.status === 'done' && item.outcome === null && staging.findByUri(item.uri)) await removeOne(item)
  await worklist.work({ action: 'remove', perform: removeOne, ...(signal && { signal }) })

  return {
    failures: [],
    async commit() {
      for (const { position, uri, outcome } of worklist.items) {
        // A copy stands for no document, and came with no id.
        if (outcome !== 'deleted') continue
        const { id } = await getDocument(position)
        if (id !== undefined) await erasure?.erase({ documentId: id, uris: [uri] })
      }
      // An address may be another document's by now.
      const uris = worklist.items.map(({ uri }) => uri).filter((uri) => staging.findByUri(uri) === null)
      if (uploadsFolder) await removeUploads({ folder: uploadsFolder, uris })
    },
  }
}
