import { createOrdinalSet, type Generation, type OrdinalSet, type PassageExclusion } from '@shutten/core'
import { findExcluded } from './find-excluded.js'

/**
 * A generation without the passages that are excluded: neither search, by meaning or by words, with filters or without, nor any
 * look-up of a passage gives one of them. Of passages that say the same, those that are not excluded are still found.
 *
 * @param options.revision of the exclusions; it tells caches that what they keep is of another view
 */
export function withExclusions(options: {
  generation: Generation
  exclusions: readonly PassageExclusion[]
  revision: string
}): Generation {
  const { generation, exclusions, revision } = options
  const excluded = findExcluded({ generation, exclusions })
  if (excluded.size === 0) return { ...generation, view: revision }
  const capacity = generation.manifest.counts.passages
  const left = (ordinals: Iterable<number>) => createOrdinalSet({ capacity, ordinals: without(ordinals, excluded) })
  const all = left(Array(capacity).keys())
  // A filter gives the same set again and again.
  const narrowed = new WeakMap<OrdinalSet, OrdinalSet>()
  const narrow = (within: OrdinalSet | undefined): OrdinalSet => {
    if (!within) return all
    const known = narrowed.get(within)
    if (known) return known
    const set = left(within.values())
    narrowed.set(within, set)
    narrowed.set(set, set)
    return set
  }
  const isLeft = ({ ordinal }: { ordinal: number }) => !excluded.has(ordinal)
  return {
    ...generation,
    view: revision,
    vectors: {
      ...generation.vectors,
      search: ({ within, ...query }) => generation.vectors.search({ ...query, within: narrow(within) }),
    },
    lexical: {
      ...generation.lexical,
      search: ({ within, ...query }) => generation.lexical.search({ ...query, within: narrow(within) }),
    },
    getPassages: (ordinals) => generation.getPassages(ordinals).filter(isLeft),
    findPassage(passageId) {
      const passage = generation.findPassage(passageId)
      return passage && isLeft(passage) ? passage : null
    },
    getDocumentPassages: (documentId) => generation.getDocumentPassages(documentId).filter(isLeft),
    listAlike: (ordinal) => generation.listAlike(ordinal).filter((other) => !excluded.has(other)),
    findOrdinals: (filters) => narrow(generation.findOrdinals(filters)),
  }
}

function* without(ordinals: Iterable<number>, excluded: ReadonlySet<number>): Iterable<number> {
  for (const ordinal of ordinals) if (!excluded.has(ordinal)) yield ordinal
}
