import type { Generation, StagedVersion } from '@shutten/core'

/** Where each passage of the next generation comes from. */
export interface GenerationPlan {
  /** By ordinal: the ordinal in the previous generation, or null for a passage that is new. */
  slots: readonly (number | null)[]
  kept: number
  /** Whose passages are new, in the order in which they take the free ordinals. */
  newVersionIds: readonly string[]
}

/**
 * Passages of versions that stay keep their ordinals, so that the index over them can be extended; those beyond the new
 * number of passages move into ordinals that came free, and new ones take what is left.
 *
 * @param options.previous null: everything is new
 */
export async function planGeneration(options: {
  previous: Pick<Generation, 'listIds'> | null
  versions: readonly StagedVersion[]
  countPassages: (versionIds: readonly string[]) => Promise<number>
}): Promise<GenerationPlan> {
  const { previous, versions, countPassages } = options
  const wanted = new Set(versions.map(({ versionId }) => versionId))
  const held = new Set<string>()
  const kept: number[] = []
  let ordinal = 0
  for (const page of previous?.listIds() ?? [])
    for (const { versionId } of page) {
      if (wanted.has(versionId)) {
        held.add(versionId)
        kept.push(ordinal)
      }
      ordinal++
    }
  const newVersionIds = [...wanted].filter((versionId) => !held.has(versionId))
  const total = kept.length + (await countPassages(newVersionIds))
  const slots: (number | null)[] = new Array(total).fill(null)
  const moved: number[] = []
  for (const from of kept)
    if (from < total) slots[from] = from
    else moved.push(from)
  for (let at = 0, next = 0; next < moved.length; at++) if (slots[at] === null) slots[at] = moved[next++] as number
  return { slots, kept: kept.length, newVersionIds }
}
