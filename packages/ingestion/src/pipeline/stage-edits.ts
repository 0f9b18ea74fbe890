import type { IngestionRepository, PassageEdit, PassageEditRepository } from '@shutten/core'
import { getSourceVersion } from '../edits/get-source-version.js'
import { placeEdits } from '../edits/place-edits.js'
import type { Staging } from './create-staging.js'

/**
 * Stages anew the documents that serve with other edits than they should: those that came or went since, or were left behind by a
 * rollback. No source is read. Gives how many.
 */
export async function stageEdits(options: {
  records: Pick<IngestionRepository, 'getVersion'>
  edits: Pick<PassageEditRepository, 'list' | 'listServing'>
  staging: Staging
  signal?: AbortSignal
}): Promise<number> {
  const { records, edits, staging, signal } = options
  const wanted = new Map<string, PassageEdit[]>()
  for (const edit of await edits.list()) {
    const known = wanted.get(edit.documentId)
    if (known) known.push(edit)
    else wanted.set(edit.documentId, [edit])
  }
  const serving = await edits.listServing()
  let changed = 0
  for (const documentId of new Set([...wanted.keys(), ...serving.map((one) => one.documentId)])) {
    signal?.throwIfAborted()
    const known = staging.findById(documentId)
    if (!known) continue
    const version = await records.getVersion(known.versionId)
    const source = await getSourceVersion({ records, version })
    const due = placeEdits({ text: source.text, edits: wanted.get(documentId) ?? [] })
    if (describe(due.map(({ edit }) => edit)) === describe(version.edits ?? [])) continue
    const { uri, contentHash, givenTags } = known
    await staging.stage({ documentId, uri, mediaType: version.mediaType, contentHash, givenTags, document: source })
    changed += 1
  }
  return changed
}

const describe = (edits: readonly { id: string; revision: number }[]) =>
  edits.map(({ id, revision }) => `${id}:${revision}`).join()
