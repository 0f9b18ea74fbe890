import type { DocumentChange, ErasureRepository, IngestionRepository, TextDocument } from '@shutten/core'
import type { SourceReader } from '../source/create-source-reader.js'
import type { StagedRun } from '../visit/staged-run.js'
import type { HygieneGate } from './create-hygiene-gate.js'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'
import { stageRemovals } from './stage-removals.js'
import { stageSources } from './stage-sources.js'
import { stageTags } from './stage-tags.js'

/**
 * Stages what is done to many documents at once. What is not there any more is passed over; what fails hinders no other:
 * SOURCE_TAGS_FIXED for a document whose tags are those of its source, and the errors of reading.
 */
export async function changeDocuments(options: {
  change: DocumentChange
  staging: Staging
  worklist: Worklist
  gate: HygieneGate
  onListed: () => void
  records: Pick<IngestionRepository, 'getVersion'>
  sources: SourceReader
  /** By the position of an item: the id of its document. */
  getDocument: (position: number) => Promise<Pick<TextDocument, 'id'>>
  /** The sources that know an address. */
  findHolders: (uri: string) => Promise<readonly { name: string }[]>
  erasure?: ErasureRepository | undefined
  uploadsFolder?: string | undefined
  signal?: AbortSignal
}): Promise<StagedRun> {
  const { change, staging, worklist, gate, onListed, records, sources, getDocument, findHolders, signal } = options
  const called = signal ? { signal } : {}
  switch (change.action) {
    case 'delete': {
      const { erasure, uploadsFolder } = options
      return stageRemovals({ staging, worklist, getDocument, erasure, uploadsFolder, ...called })
    }
    case 'tag':
      await stageTags({ ...change, staging, worklist, records, findHolders, ...called })
      return { failures: [] }
    case 'reread': {
      for (const item of worklist.items) {
        const isReadable = /^(?:file|https?):/.test(item.uri) && staging.findByUri(item.uri) !== null
        if (item.status === 'waiting' && !isReadable)
          await worklist.finish({ item, outcome: staging.findByUri(item.uri) ? 'unchanged' : null, staged: null })
      }
      return {
        failures: await stageSources({ staging, worklist, gate, onListed, sources, isFull: true, ...called }),
      }
    }
  }
}
