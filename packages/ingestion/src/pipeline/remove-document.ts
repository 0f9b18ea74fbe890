import {
  type CandidateRepository,
  type DeleteReport,
  type Embedder,
  type ErasureRepository,
  type GenerationStore,
  type IngestionRepository,
  ShuttenError,
  type StagedVersion,
} from '@shutten/core'
import { dropGenerations } from './drop-generations.js'
import { findOldPassages } from './find-old-passages.js'
import { findUploadCopies } from './find-upload-copies.js'
import { forgetVectors } from './forget-vectors.js'
import { createMemoryJournal, type IngestJournal } from './ingest-journal.js'
import { proveRemoval } from './prove-removal.js'
import { removeUploads } from './remove-uploads.js'

/** Where a document is kept beside records of versions and generations; what is absent keeps nothing. */
export interface KeepingPlaces {
  erasure?: ErasureRepository | undefined
  uploadsFolder?: string | undefined
}

/**
 * Removes a document from everything: a generation without it takes the place of all that are there, then go the files,
 * texts, answers and vectors that were kept of it. A run that is cut off after the switch is completed by the next one,
 * which finds in the journal what it was about. At the end each place is asked what it still holds.
 *
 * Errors: DOCUMENT_NOT_FOUND; those of `build`.
 */
export async function removeDocument(
  options: {
    documentId: string
    records: IngestionRepository
    generations: GenerationStore
    embedder: Embedder
    journal?: IngestJournal | undefined
    /** What waits to be switched to goes with it: it may hold the document. */
    candidates?: CandidateRepository | undefined
    /** Builds and switches to a generation of these versions, which keeps no other; gives its id. */
    build: (versions: readonly StagedVersion[]) => Promise<string>
  } & KeepingPlaces,
): Promise<Omit<DeleteReport, 'seconds'>> {
  const { documentId, records, generations, embedder, journal = createMemoryJournal(), build } = options
  const documents = await records.listKnown()
  const document = documents.find((known) => known.documentId === documentId)
  const servingId = (await records.findServing())?.id ?? null
  const removed = [
    ...(document ? await records.getPassages([document.versionId]) : []),
    ...(await findOldPassages({ generations, servingId, documentId })),
  ]
  const begun = await journal.find()
  if (servingId === null || (!document && removed.length === 0 && !begun))
    throw new ShuttenError({
      code: 'DOCUMENT_NOT_FOUND',
      message: `There is no document ${documentId}.`,
      suggestion: 'Look at the list of documents for its id.',
    })
  const { erasure, uploadsFolder } = options
  const rest = documents.filter((known) => known !== document)
  // An address that it once had may be another document's by now.
  const taken = new Set(rest.map(({ uri }) => uri))
  const copies =
    document && uploadsFolder
      ? await findUploadCopies({ folder: uploadsFolder, contentHashes: new Set([document.contentHash]), known: taken })
      : []
  const found = [...(document ? [document.uri] : []), ...removed.map(({ uri }) => uri), ...copies]
  const uris = [...new Set([...found, ...(begun?.items ?? []).map(({ uri }) => uri)])].filter((uri) => !taken.has(uri))
  if (!begun) await journal.begin({ base: servingId, items: uris.map((uri) => ({ uri, action: 'remove' })) })

  let generationId = servingId
  if (document) generationId = await build(rest.map(({ versionId, documentId: id }) => ({ documentId: id, versionId })))
  else await dropGenerations({ records, generations, candidates: options.candidates, keep: [servingId] })

  const uploads = uploadsFolder ? await removeUploads({ folder: uploadsFolder, uris }) : undefined
  await erasure?.erase({ documentId, uris })
  const proof = await proveRemoval({ records, generations, embedder, generationId, documentId, removed })
  // Last: proving has embedded what is gone once more.
  const cache = await forgetVectors({ generations, embedder, generationId })
  const items = begun?.items ?? uris
  for (const position of items.keys()) await journal.finish({ position, outcome: 'deleted', staged: null })
  return {
    deleted: documentId,
    proof: {
      ...proof,
      ...(cache !== undefined && { cache }),
      ...(uploads !== undefined && { uploads }),
      ...(erasure && (await erasure.count({ documentId, uris }))),
    },
    generation: generationId,
  }
}
