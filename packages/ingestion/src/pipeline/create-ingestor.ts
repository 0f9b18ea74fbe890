import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  type DeleteReport,
  type Embedder,
  type GenerationStore,
  type HygienePolicy,
  type IngestionRepository,
  type IngestReport,
  type JobProgress,
  type PassageEditRepository,
  type QuarantineRepository,
  ShuttenError,
  type StagedVersion,
  type TextDocument,
  toShuttenError,
} from '@shutten/core'
import type { Chunker } from '../chunk/create-chunker.js'
import { defaultMaxBytes } from '../decode/decode-text.js'
import { createSourceReader, type SourceReader } from '../source/create-source-reader.js'
import { listHolders } from '../visit/list-holders.js'
import { type PreparedRun, prepareRemoval, prepareVisit, type SourceRegistry } from '../visit/prepare-visit.js'
import type { StagedRun } from '../visit/staged-run.js'
import { applyPolicy } from './apply-policy.js'
import { buildGeneration } from './build-generation.js'
import { changeDocuments } from './change-documents.js'
import { chunkAnew } from './chunk-anew.js'
import { createHygieneGate, type HygieneGate, openGate } from './create-hygiene-gate.js'
import { createIngestProgress, type IngestProgress } from './create-ingest-progress.js'
import { createStaging, type Staging } from './create-staging.js'
import { createWorklist, type RetryPolicy, type Worklist } from './create-worklist.js'
import { dropHeldGeneration } from './drop-held-generation.js'
import { forgetVectors } from './forget-vectors.js'
import type { RunOptions } from './ingest-call.js'
import { createMemoryJournal, type NewJournalItem } from './ingest-journal.js'
import type { Ingestor } from './ingestor.js'
import type { QualityControl } from './open-gated-build.js'
import { type KeepingPlaces, removeDocument } from './remove-document.js'
import { removeLeftovers } from './remove-leftovers.js'
import { restoreStaging } from './restore-staging.js'
import { rollBack } from './roll-back.js'
import { stageEdits } from './stage-edits.js'
import { stageSources } from './stage-sources.js'
import { stageTexts } from './stage-texts.js'

/** A site that is down for a moment is back in half a minute; one that is not has two minutes. */
const defaultRetry: RetryPolicy = {
  maxAttempts: 3,
  waitMs: (attempts) => 20_000 * 4 ** (attempts - 1),
  now: Date.now,
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal && { signal }),
}

export function createIngestor(
  options: {
    records: IngestionRepository
    generations: GenerationStore
    /** With its cache around it: unchanged passages of a new generation are not embedded again. */
    embedder: Embedder
    chunker: Chunker
    sources?: SourceReader
    /** What documents must not hold, asked at the beginning of each run, and where those go that do; absent: anything goes. */
    hygiene?: { getPolicy: () => Promise<HygienePolicy>; quarantine: QuarantineRepository } | null
    /** Sources that an administrator keeps; absent: there are none. */
    registry?: SourceRegistry | null
    /** Judges what the jobs build before it is switched to; absent: nobody does. */
    quality?: QualityControl | null
    /** What editors wrote in place of passages; absent: nothing. */
    edits?: PassageEditRepository | null
    createGenerationId?: () => string
    /** How often a source that fails passingly is tried, and when. */
    retry?: RetryPolicy
    onProgress?: (progress: JobProgress) => void
  } & KeepingPlaces,
): Ingestor {
  const { records, generations, chunker, sources = createSourceReader() } = options
  const { createGenerationId = createTimedId, retry = defaultRetry, hygiene = null, registry = null } = options
  const { quality = null, edits = null } = options
  const candidates = quality?.candidates
  let embedder = options.embedder

  const run = async <Result>(
    call: RunOptions,
    work: (progress: IngestProgress) => Promise<Result>,
  ): Promise<Result> => {
    const progress = createIngestProgress({
      onProgress(state) {
        options.onProgress?.(state)
        call.onProgress?.(state)
      },
    })
    try {
      call.signal?.throwIfAborted()
      await removeLeftovers({ records, generations, candidates })
      const result = await work(progress)
      progress.set({ phase: 'done' })
      return result
    } catch (error) {
      throw toShuttenError(call.signal?.aborted ? call.signal.reason : error)
    }
  }

  /** Builds when something has changed or the serving generation was made in another way, or is lost. */
  const complete = async (work: {
    staging: Staging
    progress: IngestProgress
    call: RunOptions
    keepPrevious: boolean
  }) => {
    const { staging, progress, call, keepPrevious } = work
    const serving = await records.findServing()
    const versions = staging.listVersions()
    const manifest = (await generations.list()).find(({ id }) => id === serving?.id)?.manifest ?? null
    const isCurrent =
      manifest?.embedder.id === embedder.id &&
      manifest.chunker === chunker.version &&
      manifest.lexical === generations.lexicalVersion
    if (!staging.hasChanged && (isCurrent || (!serving && versions.length === 0)))
      return {
        generation: serving?.id ?? null,
        documents: serving?.documents ?? 0,
        passages: serving?.passages ?? 0,
        linked: manifest?.counts.linked ?? 0,
      }
    if (manifest?.chunker !== chunker.version)
      await chunkAnew({
        records,
        chunker,
        versionIds: versions.map(({ versionId }) => versionId),
        signal: call.signal,
      })
    return build({ versions, keepPrevious, progress, call })
  }

  const build = (work: {
    versions: readonly StagedVersion[]
    keepPrevious: boolean
    isAnew?: boolean
    progress: IngestProgress
    call: RunOptions
    with?: Embedder
  }) => {
    const { call, with: used = embedder, ...rest } = work
    const id = createGenerationId()
    return buildGeneration({
      id,
      records,
      generations,
      embedder: used,
      chunker: chunker.version,
      quality,
      ...rest,
      ...call,
    })
  }

  /** What serves, when an earlier run of the job has switched to it: it was ended before it could say so. */
  const findSwitched = async ({ jobId, journal }: RunOptions) => {
    const begun = jobId === undefined ? null : await journal?.find()
    const serving = await records.findServing()
    return begun && serving && begun.items.length === 0 && begun.base === serving.id ? serving : null
  }

  const ingestWith = (
    call: RunOptions,
    given: { first: readonly NewJournalItem[]; areGiven?: boolean; areRelisted?: boolean; keepPrevious?: boolean },
    stage: (parts: {
      staging: Staging
      worklist: Worklist
      gate: HygieneGate
      onListed: () => void
      onFetching: (host: string | null) => void
    }) => Promise<StagedRun>,
  ) =>
    run(call, async (progress): Promise<IngestReport> => {
      const started = performance.now()
      const { journal = createMemoryJournal() } = call
      const gate = hygiene
        ? createHygieneGate({ policy: await hygiene.getPolicy(), quarantine: hygiene.quarantine })
        : openGate
      const staging = await createStaging({ records, chunker, edits })
      const read = { done: 0, total: 0 }
      const worklist = await createWorklist({
        journal,
        base: (await records.findServing())?.id ?? null,
        ...given,
        retry,
        onDone({ action }) {
          if (action !== 'read') return
          read.done += 1
          progress.set({ documents: read })
        },
        onStarved: (until) => progress.setStarved(until),
      })
      await restoreStaging({ records, staging, worklist })
      const tellTotal = () => {
        const items = worklist.items.filter(({ action }) => action === 'read')
        read.total = items.length
        read.done = items.filter(({ status }) => status !== 'waiting').length
        progress.set({ phase: 'reading', documents: read })
      }
      tellTotal()
      const staged = await stage({
        staging,
        worklist,
        gate,
        onListed: tellTotal,
        onFetching: (host) => progress.setFetching(host),
      })
      const edited = edits
        ? await stageEdits({ records, edits, staging, ...(call.signal && { signal: call.signal }) })
        : 0
      const totals = await complete({ staging, progress, call, keepPrevious: given.keepPrevious ?? true })
      await staged.commit?.()
      return {
        added: worklist.count('added'),
        updated: worklist.count('updated'),
        unchanged: worklist.count('unchanged') + (staged.unchanged ?? 0),
        moved: worklist.count('moved'),
        deleted: worklist.count('deleted'),
        quarantined: worklist.count('quarantined'),
        failed: [...staged.failures, ...worklist.listFailures()],
        ...(edited > 0 && { edited }),
        ...(staged.skipped && { skipped: staged.skipped }),
        ...totals,
        seconds: secondsSince(started),
      }
    })

  const ingestPayloads: Ingestor['ingestPayloads'] = ({ uris, getDocument, ...call }) => {
    const first = uris.map((uri) => ({ uri, action: 'read' as const }))
    return ingestWith(call, { first, areGiven: true }, async ({ staging, worklist, gate }) => {
      const { signal } = call
      await stageTexts({
        staging,
        worklist,
        gate,
        getDocument,
        maxLength: Math.min(sources.maxBytes, defaultMaxBytes),
        ...(signal && { signal }),
      })
      return { failures: [] }
    })
  }

  const runPrepared = async (call: RunOptions, { first, stage }: PreparedRun) =>
    ingestWith(call, { first, areRelisted: true }, stage)
  const getRegistry = (): SourceRegistry => {
    if (registry) return registry
    throw new ShuttenError({
      code: 'SOURCE_UNKNOWN',
      message: 'No sources are kept here.',
      suggestion: 'Ingest the files, folders or pages themselves.',
    })
  }

  return {
    get embedderId() {
      return embedder.id
    },
    ingest: ({ locations, tags, ...call }) => {
      const addresses = [...new Set(locations.map(sources.toUri))]
      const first = addresses.map((uri) => ({ uri, action: 'list' as const }))
      return ingestWith(call, { first }, async (parts) => ({
        failures: await stageSources({
          ...parts,
          sources,
          ...(tags && { tags }),
          ...(call.signal && { signal: call.signal }),
        }),
      }))
    },
    ingestSource: async ({ sourceId, isFull = false, ...call }) => {
      const { toUri, exists } = sources
      const quarantine = hygiene?.quarantine ?? null
      const given = { registry: getRegistry(), sourceId, isFull, quarantine, toUri, exists, now: retry.now }
      return runPrepared(call, await prepareVisit({ ...given, ...(call.signal && { signal: call.signal }) }))
    },
    removeSource: async ({ sourceId, ...call }) => {
      const given = { registry: getRegistry(), sourceId }
      return runPrepared(call, await prepareRemoval({ ...given, ...(call.signal && { signal: call.signal }) }))
    },
    ingestTexts: ({ documents, ...call }) =>
      ingestPayloads({
        uris: documents.map(({ uri }) => uri),
        getDocument: async (position) => documents[position] as TextDocument,
        ...call,
      }),
    ingestPayloads,
    reindex: ({ embedder: next, ...call } = {}) =>
      run(call, async (progress) => {
        const started = performance.now()
        const versions = await records.listServingVersions()
        const counts = { added: 0, updated: 0, unchanged: versions.length, moved: 0, deleted: 0, quarantined: 0 }
        const switched = await findSwitched(call)
        if (switched) {
          const { id: generation, documents, passages } = switched
          embedder = next ?? embedder
          return { ...counts, failed: [], generation, documents, passages, seconds: secondsSince(started) }
        }
        if (versions.length === 0)
          throw new ShuttenError({
            code: 'INDEX_EMPTY',
            message: 'There is nothing to index: no article has been ingested.',
            suggestion: 'Ingest a file or folder first.',
          })
        progress.set({ phase: 'reading', documents: { done: 0, total: versions.length } })
        const versionIds = versions.map(({ versionId }) => versionId)
        await chunkAnew({ records, chunker, versionIds, signal: call.signal })
        progress.set({ documents: { done: versions.length } })
        const used = next ?? embedder
        const totals = await build({ versions, keepPrevious: true, isAnew: true, progress, call, with: used })
        embedder = used
        return { ...counts, failed: [], ...totals, seconds: secondsSince(started) }
      }),
    remove: ({ documentId, ...call }) =>
      run(call, async (progress): Promise<DeleteReport> => {
        const started = performance.now()
        const report = await removeDocument({
          documentId,
          records,
          generations,
          embedder,
          journal: call.journal,
          erasure: options.erasure,
          uploadsFolder: options.uploadsFolder,
          candidates,
          build: async (versions) => (await build({ versions, keepPrevious: false, progress, call })).generation,
        })
        const heldBy = registry ? await listHolders({ sources: registry.sources, documentId }) : []
        return { ...report, ...(heldBy.length > 0 && { heldBy }), seconds: secondsSince(started) }
      }),
    changeDocuments: async ({ change, uris, getDocument, ...call }) => {
      const isDeletion = change.action === 'delete'
      const first = uris.map((uri) => ({ uri, action: isDeletion ? ('remove' as const) : ('read' as const) }))
      const report = await ingestWith(call, { first, areGiven: true, keepPrevious: !isDeletion }, (parts) =>
        changeDocuments({
          ...parts,
          change,
          getDocument,
          records,
          sources,
          findHolders: async (uri) => (registry ? registry.sources.listHolders({ uri }) : []),
          erasure: options.erasure,
          uploadsFolder: options.uploadsFolder,
          ...(call.signal && { signal: call.signal }),
        }),
      )
      // Last: what is gone is in no generation any more.
      if (isDeletion && report.generation !== null)
        await forgetVectors({ generations, embedder, generationId: report.generation })
      return report
    },
    applyPolicy: async (call = {}) => {
      const first = (await records.listKnown()).map(({ uri }) => ({ uri, action: 'read' as const }))
      const report = await ingestWith(call, { first, keepPrevious: false }, async ({ staging, worklist }) => {
        if (!hygiene) return { failures: [] }
        await applyPolicy({
          records,
          staging,
          worklist,
          policy: await hygiene.getPolicy(),
          quarantine: hygiene.quarantine,
          erasure: options.erasure,
          edits,
          ...(call.signal && { signal: call.signal }),
        })
        return { failures: [] }
      })
      if (report.generation !== null) await forgetVectors({ generations, embedder, generationId: report.generation })
      return report
    },
    applyEdits: (call = {}) => ingestWith(call, { first: [] }, async () => ({ failures: [] })),
    rollBack: ({ generationId, ...call }) =>
      run(call, async (progress): Promise<IngestReport> => {
        const started = performance.now()
        const report = await rollBack({ records, generations, embedder, generationId, progress, ...call })
        // What was held back was built on what served until now.
        await removeLeftovers({ records, generations, candidates })
        return { ...report, seconds: secondsSince(started) }
      }),
    dropGeneration: ({ generationId, ...call }) =>
      run(call, async (): Promise<IngestReport> => {
        const started = performance.now()
        const report = await dropHeldGeneration({ records, generations, candidates, generationId })
        return { ...report, seconds: secondsSince(started) }
      }),
  }
}

/** Sorts by time: `20261122T041233Z-3f9a1c`. */
function createTimedId(): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  return `${time}-${randomBytes(3).toString('hex')}`
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1_000
}
