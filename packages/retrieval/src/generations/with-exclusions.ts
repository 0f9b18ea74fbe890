import { createOrdinalSet, type Generation, type OrdinalSet, type PassageExclusion } from '@shutten/core'
import { findExcluded } from './find-excluded.js'
import { searchLeft } from './search-left.js'

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
  const capacity = generation.manifest.counts.passages
  const excluded = createOrdinalSet({ capacity, ordinals: findExcluded({ generation, exclusions }) })
  if (excluded.size === 0) return { ...generation, view: revision }
  const without = (ordinals: Uint32Array) =>
    createOrdinalSet({ capacity, ordinals: ordinals.filter((ordinal) => !excluded.has(ordinal)) })
  let all: OrdinalSet | null = null
  const getAll = () => {
    all ??= without(Uint32Array.from({ length: capacity }, (_, ordinal) => ordinal))
    return all
  }
  // A filter gives the same set again and again.
  const narrowed = new WeakMap<OrdinalSet, OrdinalSet>()
  const narrow = (within: OrdinalSet): OrdinalSet => {
    const known = narrowed.get(within)
    if (known) return known
    const isTouched = excluded.values().some((ordinal) => within.has(ordinal))
    const set = isTouched ? without(within.values()) : within
    narrowed.set(within, set)
    narrowed.set(set, set)
    return set
  }
  /** Of passages that say the same the first that is left stands for all. */
  const keep = <Hit extends { ordinal: number }>(hit: Hit): Hit | null => {
    if (!excluded.has(hit.ordinal)) return hit
    const other = generation.listAlike(hit.ordinal).find((ordinal) => !excluded.has(ordinal))
    return other === undefined ? null : { ...hit, ordinal: other }
  }
  const share = 1 - excluded.size / capacity
  const search = <Hit extends { ordinal: number }>(options: {
    k: number
    within: OrdinalSet | undefined
    find: (options: { k: number; within?: OrdinalSet }) => Hit[]
  }): Hit[] => {
    const { k, within, find } = options
    if (within) return find({ k, within: narrow(within) })
    if (!Number.isInteger(k) || k < 1) return find({ k })
    return searchLeft({ k, share, find: (k) => find({ k }), keep }) ?? find({ k, within: getAll() })
  }
  const isLeft = ({ ordinal }: { ordinal: number }) => !excluded.has(ordinal)
  return {
    ...generation,
    view: revision,
    vectors: {
      ...generation.vectors,
      search: ({ k, within, ...query }) =>
        search({ k, within, find: (asked) => generation.vectors.search({ ...query, ...asked }) }),
    },
    lexical: {
      ...generation.lexical,
      search: ({ k, within, ...query }) =>
        search({ k, within, find: (asked) => generation.lexical.search({ ...query, ...asked }) }),
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
