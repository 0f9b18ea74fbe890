import type { IngestionRepository } from '@shutten/core'
import type { Chunker } from '../chunk/create-chunker.js'
import { cutEdited } from '../edits/cut-edited.js'
import { getSourceVersion } from '../edits/get-source-version.js'

/** Cuts stored versions anew; one that editors have written in, as its source is cut. */
export async function chunkAnew(options: {
  records: Pick<IngestionRepository, 'getVersion' | 'replacePassages'>
  chunker: Chunker
  versionIds: readonly string[]
  signal?: AbortSignal | undefined
}): Promise<void> {
  const { records, chunker, versionIds, signal } = options
  for (const versionId of versionIds) {
    signal?.throwIfAborted()
    const version = await records.getVersion(versionId)
    const source = await getSourceVersion({ records, version })
    const cut = chunker.chunk(source)
    const replace = (id: string, chunks = cut) =>
      records.replacePassages({ versionId: id, chunks, chunker: chunker.version })
    if (source.versionId !== versionId) await replace(source.versionId)
    await replace(versionId, version.edits ? cutEdited({ version, chunks: cut }) : cut)
  }
}
