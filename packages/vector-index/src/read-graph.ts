import type { VectorHit } from '@shutten/core'
import hnswlib from 'hnswlib-node'
import { createDamageError } from './create-damage-error.js'
import { inspectHnswFile } from './inspect-hnsw-file.js'
import { openStoredVectors } from './open-stored-vectors.js'
import { releaseGraph } from './release-graph.js'
import type { Searchable } from './searchable.js'
import { toHits } from './to-hits.js'

/** Nodes that a search by the graph looks at for each of its candidates when all are let through. */
const visitsPerCandidate = 2

export async function readGraph({
  file,
  dimension,
  size,
  efSearch,
}: {
  file: string
  dimension: number
  size: number
  efSearch: number
}): Promise<Searchable> {
  const { twins, elementOf, layout } = await inspect({ file, dimension, size })
  const index = new hnswlib.HierarchicalNSW('cosine', dimension)
  try {
    await index.readIndex(file)
  } catch (cause) {
    throw createDamageError({ file, reason: 'it cannot be read', cause })
  }
  index.setEf(efSearch)
  const stored = openStoredVectors({ file, dimension, layout, elementOf })
  const withTwins = (hits: VectorHit[]) =>
    hits.flatMap((hit) => [
      hit,
      ...(twins.get(hit.ordinal) ?? []).map((ordinal) => ({ ordinal, similarity: hit.similarity })),
    ])

  return {
    search: (point, k) => withTwins(toHits(index.searchKnn(point, k))),

    searchWithin(point, k, within) {
      const findExactly = () => stored.findNearest({ point, ordinals: within.values(), k })
      const expectedVisits = (visitsPerCandidate * Math.max(efSearch, k) * size) / within.size
      if (within.size <= expectedVisits) return findExactly()
      // A filter may let through what is far from the query only: the graph would be walked all over for it.
      let visits = 0
      const isLetThrough = (node: number) =>
        ++visits > within.size || within.has(node) || (twins.get(node)?.some(within.has) ?? false)
      const hits = withTwins(toHits(index.searchKnn(point, k, isLetThrough))).filter(({ ordinal }) =>
        within.has(ordinal),
      )
      return visits > within.size || hits.length < k ? findExactly() : hits
    },

    close() {
      stored.close()
      releaseGraph(index)
    },
  }
}

async function inspect(options: { file: string; dimension: number; size: number }) {
  const ordinals: number[] = []
  const twins = new Map<number, number[]>()
  const elementOf = new Uint32Array(options.size)
  const { layout } = await inspectHnswFile({
    ...options,
    visit({ element, ordinal, twinOf }) {
      if (ordinal === null) return
      elementOf[ordinal] = element
      ordinals[element] = ordinal
      if (twinOf === null) return
      const node = ordinals[twinOf] ?? 0
      const known = twins.get(node)
      if (known) known.push(ordinal)
      else twins.set(node, [ordinal])
    },
  })
  return { twins, elementOf, layout }
}
