import type { CopiedEntry, Embedder, GenerationEntry, IngestionRepository, LinkedEntry, Passage } from '@shutten/core'
import type { IngestProgress } from './create-ingest-progress.js'
import { embedPassages } from './embed-passages.js'
import type { GenerationPlan } from './plan-generation.js'

/** Entries given to the store at once. */
const entriesPerBatch = 256

interface ListOptions {
  records: Pick<IngestionRepository, 'getPassages'>
  embedder: Embedder
  plan: GenerationPlan
  progress: IngestProgress
  signal?: AbortSignal
}

/** By ordinal, what is taken over, what is embedded, and last what is linked. */
export async function* listEntries(
  options: ListOptions,
): AsyncGenerator<(GenerationEntry | CopiedEntry | LinkedEntry)[]> {
  yield* listIndexed(options)
  yield* listLinked(options)
}

async function* listIndexed(options: ListOptions): AsyncGenerator<(GenerationEntry | CopiedEntry)[]> {
  const { records, embedder, plan, progress, signal } = options
  const passages = plan.slots.length + plan.linked.length
  let done = passages - plan.fresh.size
  const embedded = embedPassages({
    records,
    embedder,
    versionIds: plan.freshVersionIds,
    accepts: (passageId) => plan.fresh.has(passageId),
    ...(signal && { signal }),
    onEmbedded(count) {
      done += count
      progress.set({ phase: done < passages ? 'embedding' : 'building', passages: { done } })
    },
  })
  if (done === passages) progress.set({ phase: 'building' })
  let fresh: GenerationEntry[] = []
  let batch: (GenerationEntry | CopiedEntry)[] = []
  try {
    for (const from of plan.slots) {
      if (from !== null) batch.push({ from })
      else {
        while (fresh.length === 0) {
          const next = await embedded.next()
          if (next.done) break
          fresh = next.value
        }
        const entry = fresh.shift()
        // The store tells that entries are missing, and how many.
        if (!entry) break
        batch.push({ ...entry, fingerprint: plan.fresh.get(entry.passage.id) as string })
      }
      if (batch.length < entriesPerBatch) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  } finally {
    await embedded.return(undefined)
  }
}

async function* listLinked({ records, plan, signal }: ListOptions): AsyncGenerator<LinkedEntry[]> {
  // Of the last batch's versions the passages are at hand: a long document's links go over many batches.
  let read = new Map<string, Passage[]>()
  for (let at = 0; at < plan.linked.length; at += entriesPerBatch) {
    signal?.throwIfAborted()
    const batch = plan.linked.slice(at, at + entriesPerBatch)
    const needed = [...new Set(batch.flatMap((link) => ('from' in link ? [] : [link.versionId])))]
    const missing = needed.filter((versionId) => !read.has(versionId))
    const found = missing.length > 0 ? await records.getPassages(missing) : []
    const known = read
    read = new Map(needed.map((versionId) => [versionId, known.get(versionId) ?? []]))
    for (const passage of found) read.get(passage.versionId)?.push(passage)
    const passages = new Map([...read.values()].flat().map((passage) => [passage.id, passage]))
    yield batch.flatMap((link): LinkedEntry[] => {
      const linkedTo = link.to
      if ('from' in link) return [{ linkedTo, from: link.from }]
      const passage = passages.get(link.passageId)
      return passage ? [{ linkedTo, passage }] : []
    })
  }
}
