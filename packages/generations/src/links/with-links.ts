import { createOrdinalSet, type Generation, type LexicalIndex, type OrdinalSet, type VectorIndex } from '@shutten/core'

/** What lets indexed passages through, and which passage stands for one that is itself not let through. */
interface Projection {
  within: OrdinalSet
  standIns: ReadonlyMap<number, number>
}

/**
 * Indexes over the passages that are not linked to others, as indexes over all of them: each hit stands for all that say
 * the same, and where it is not let through itself, one of them that is takes its place.
 *
 * @param options.links what each passage from the ordinal `vectors.size` on is linked to
 */
export function withLinks(options: {
  vectors: VectorIndex
  lexical: LexicalIndex
  links: Uint32Array
}): Pick<Generation, 'vectors' | 'lexical' | 'listAlike'> {
  const { vectors, lexical, links } = options
  if (links.length === 0) return { vectors, lexical, listAlike: () => [] }
  const indexed = vectors.size
  const getLink = (ordinal: number) => links[ordinal - indexed] ?? null

  const linkedTo = new Map<number, number[]>()
  links.forEach((to, at) => {
    const known = linkedTo.get(to)
    if (known) known.push(indexed + at)
    else linkedTo.set(to, [indexed + at])
  })

  // A filter gives the same set again and again.
  const projections = new WeakMap<OrdinalSet, Projection>()
  const project = (within: OrdinalSet): Projection => {
    const known = projections.get(within)
    if (known) return known
    const standIns = new Map<number, number>()
    const ordinals: number[] = []
    for (const ordinal of within.values()) {
      const to = getLink(ordinal)
      if (to === null) ordinals.push(ordinal)
      else if (!within.has(to) && !standIns.has(to)) {
        standIns.set(to, ordinal)
        ordinals.push(to)
      }
    }
    const projection = { within: createOrdinalSet({ capacity: indexed, ordinals }), standIns }
    projections.set(within, projection)
    return projection
  }

  const search = <Hit extends { ordinal: number }>(
    within: OrdinalSet | undefined,
    find: (within: OrdinalSet | undefined) => Hit[],
  ): Hit[] => {
    if (!within) return find(undefined)
    const { within: projected, standIns } = project(within)
    const hits = find(projected)
    if (standIns.size === 0) return hits
    return hits.map((hit) => ({ ...hit, ordinal: standIns.get(hit.ordinal) ?? hit.ordinal }))
  }

  return {
    vectors: {
      ...vectors,
      search: ({ within, ...query }) => search(within, (own) => vectors.search({ ...query, within: own })),
    },
    lexical: {
      ...lexical,
      search: ({ within, ...query }) => search(within, (own) => lexical.search({ ...query, within: own })),
    },
    listAlike(ordinal) {
      const kept = getLink(ordinal) ?? ordinal
      return [kept, ...(linkedTo.get(kept) ?? [])].filter((other) => other !== ordinal)
    },
  }
}
