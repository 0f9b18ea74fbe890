import type { GenerationTexts, IngestionRepository, Passage, StagedVersion } from '@shutten/core'
import { fingerprintPassage } from '../hygiene/near-duplicates/fingerprint-passage.js'

/** Where each passage of the next generation comes from. The indexed ones come first, then those that are linked to them. */
export interface GenerationPlan {
  /** By ordinal, of the indexed passages: the ordinal in the previous generation, or null for one that is to be embedded. */
  slots: readonly (number | null)[]
  /** Passages that are taken over. */
  kept: number
  /** Fingerprints of the passages to embed by their ids, in the order in which they take the free ordinals. */
  fresh: ReadonlyMap<string, string>
  /** The versions that they are of, in that order. */
  freshVersionIds: readonly string[]
  linked: readonly PlannedLink[]
}

/** A passage that says what the one at the ordinal `to` says. */
export type PlannedLink = { to: number } & ({ from: number } | { passageId: string; versionId: string })

/** What a passage is linked to, before the ordinals are known: one that stays, or the n-th of those to embed. */
type Target = { stays: number } | { fresh: number }

/** Versions whose passages are read at once. */
const versionsPerRead = 32

/**
 * Indexed passages of versions that stay keep their ordinals, so that the index over them can be extended; those beyond the
 * new number move into ordinals that came free, and new ones take what is left. A new passage that says what an indexed
 * one says is linked to it; a linked one whose indexed passage goes is looked at as if it were new, before those that are: so
 * the first to come stays, and the next one comes up when it goes. An indexed passage that stays is never linked.
 *
 * @param options.previous null: everything is new
 */
export async function planGeneration(options: {
  previous: Pick<GenerationTexts, 'listIds' | 'getLink' | 'findFingerprints'> | null
  versions: readonly StagedVersion[]
  records: Pick<IngestionRepository, 'getPassages'>
  signal?: AbortSignal
}): Promise<GenerationPlan> {
  const { previous, versions, records, signal } = options
  const wanted = new Set(versions.map(({ versionId }) => versionId))
  const { indexed, stillLinked, orphans, held } = findStaying({ previous, wanted })
  const staying = new Set(indexed)
  const freshVersionIds = [...new Set([...orphans.values()].map(({ versionId }) => versionId))]
  for (const versionId of wanted) if (!held.has(versionId)) freshVersionIds.push(versionId)

  const fresh = new Map<string, string>()
  const freshAt = new Map<string, number>()
  const links: ({ target: Target } & ({ from: number } | { passageId: string; versionId: string }))[] = []
  for (const { from, to } of stillLinked) links.push({ from, target: { stays: to } })

  const place = (passage: Passage, fingerprint: string, known: number | undefined) => {
    const at = freshAt.get(fingerprint)
    const isKnown = known !== undefined && staying.has(known)
    if (!isKnown && at === undefined) {
      freshAt.set(fingerprint, fresh.size)
      fresh.set(passage.id, fingerprint)
      return
    }
    const target: Target = isKnown ? { stays: known } : { fresh: at as number }
    const orphan = orphans.get(passage.id)
    if (orphan) links.push({ from: orphan.from, target })
    else links.push({ passageId: passage.id, versionId: passage.versionId, target })
  }
  for (let at = 0; at < freshVersionIds.length; at += versionsPerRead) {
    signal?.throwIfAborted()
    const read = await records.getPassages(freshVersionIds.slice(at, at + versionsPerRead))
    const passages = read.filter(({ id, versionId }) => orphans.has(id) || !held.has(versionId))
    const fingerprints = passages.map(fingerprintPassage)
    const known = previous?.findFingerprints(fingerprints)
    passages.forEach((passage, i) => {
      const fingerprint = fingerprints[i] as string
      place(passage, fingerprint, known?.get(fingerprint))
    })
  }

  const { slots, moved } = assignOrdinals({ kept: indexed, total: indexed.length + fresh.size })
  const free = slots.flatMap((from, ordinal) => (from === null ? [ordinal] : []))
  const resolve = (target: Target) =>
    'stays' in target ? (moved.get(target.stays) ?? target.stays) : (free[target.fresh] as number)
  return {
    slots,
    kept: indexed.length + links.filter((link) => 'from' in link).length,
    fresh,
    freshVersionIds,
    linked: links.map(({ target, ...link }) => ({ ...link, to: resolve(target) })),
  }
}

/** The passages of the previous generation whose versions are wanted. */
function findStaying(options: {
  previous: Pick<GenerationTexts, 'listIds' | 'getLink'> | null
  wanted: ReadonlySet<string>
}) {
  const { previous, wanted } = options
  const indexed: number[] = []
  const linked: { from: number; to: number; passageId: string; versionId: string }[] = []
  const held = new Set<string>()
  const stays = new Set<number>()
  let ordinal = 0
  for (const page of previous?.listIds() ?? [])
    for (const { passageId, versionId } of page) {
      const from = ordinal++
      if (!wanted.has(versionId)) continue
      held.add(versionId)
      stays.add(from)
      const to = previous?.getLink(from) ?? null
      if (to === null) indexed.push(from)
      else linked.push({ from, to, passageId, versionId })
    }
  const stillLinked = linked.filter(({ to }) => stays.has(to))
  const orphans = new Map(
    linked
      .filter(({ to }) => !stays.has(to))
      .map(({ from, passageId, versionId }) => [passageId, { from, versionId }] as const),
  )
  return { indexed, stillLinked, orphans, held }
}

/** `moved`: where those that cannot keep their ordinals go. */
function assignOrdinals({ kept, total }: { kept: readonly number[]; total: number }): {
  slots: (number | null)[]
  moved: ReadonlyMap<number, number>
} {
  const slots: (number | null)[] = new Array(total).fill(null)
  const over: number[] = []
  const moved = new Map<number, number>()
  for (const from of kept)
    if (from < total) slots[from] = from
    else over.push(from)
  for (let at = 0, next = 0; next < over.length; at++) {
    if (slots[at] !== null) continue
    const from = over[next++] as number
    slots[at] = from
    moved.set(from, at)
  }
  return { slots, moved }
}
