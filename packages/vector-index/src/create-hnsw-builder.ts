import { ShuttenError, type VectorIndexBuilder } from '@shutten/core'
import hnswlib from 'hnswlib-node'
import { appendTwins } from './append-twins.js'
import { checkVector } from './check-vector.js'
import { extendGraph } from './extend-graph.js'
import { hashVector } from './hash-vector.js'
import { type BaseIndex, readBase } from './read-base.js'
import { releaseGraph } from './release-graph.js'
import { saveDurably } from './save-durably.js'

/** Fewer nodes than this are linked anew in a second, and better. */
const leastNodesKept = 1_000
/** With more nodes that only lead on, the graph is built anew from the vectors: they cost memory and time. */
const largestShareRemoved = 0.2

/**
 * Of vectors that are the same only the first becomes a node of the graph: nodes without distance between them link to each other alone,
 * and a search that comes upon them goes no further. The others are appended to the file as its twins.
 *
 * With a previous index its graph is extended where most of it stays: nodes are added and removed, the others keep their
 * links. Where much of it goes, or has gone in builds before, the graph is built anew from all vectors.
 * Errors: INPUT_INVALID for an ordinal that is taken, out of range or, when saving, missing, and for one that the previous
 * index does not hold; VECTOR_DIMENSION_MISMATCH; INDEX_DAMAGED of the previous index.
 */
export async function createHnswBuilder(options: {
  dimension: number
  capacity: number
  m: number
  efConstruction: number
  seed: number
  previous?: { file: string; size: number }
}): Promise<VectorIndexBuilder> {
  const { dimension, capacity, m, efConstruction, seed, previous } = options
  const base = previous ? await readBase({ ...previous, dimension }) : null
  const isTaken = new Uint8Array(capacity)
  /** By the hash of the vector, in the order in which they came; with a base the vectors wait until it is known what stays. */
  const groups = new Map<string, { first: number; node: number; vector: Float32Array | null }>()
  const twins: { ordinal: number; node: string }[] = []
  const graph = base ? null : createGraph()
  let count = 0

  function createGraph() {
    const index = new hnswlib.HierarchicalNSW('cosine', dimension)
    index.initIndex(Math.max(capacity, 1), m, efConstruction, seed)
    return index
  }

  const take = (ordinal: number, hash: string, vector: () => Float32Array) => {
    if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= capacity)
      throw createOrdinalError(`Ordinal ${ordinal} is outside of 0 to ${capacity - 1}.`)
    if (isTaken[ordinal]) throw createOrdinalError(`Ordinal ${ordinal} was added twice.`)
    if (groups.has(hash)) twins.push({ ordinal, node: hash })
    else {
      const own = vector()
      graph?.addPoint(Array.from(own), ordinal)
      groups.set(hash, { first: ordinal, node: groups.size, vector: graph ? null : own })
    }
    isTaken[ordinal] = 1
    count++
  }

  const writeAnew = async (file: string): Promise<number> => {
    const index = graph ?? createGraph()
    if (!graph) for (const { first, vector } of groups.values()) index.addPoint(Array.from(vector ?? []), first)
    if (index.getMaxElements() > Math.max(groups.size, 1)) index.resizeIndex(Math.max(groups.size, 1))
    await index.writeIndex(file)
    releaseGraph(index)
    return groups.size
  }

  const writeExtended = async (file: string, from: BaseIndex): Promise<number> => {
    const added: { ordinal: number; vector: Float32Array }[] = []
    for (const [hash, group] of groups) {
      const node = from.findNode(hash)
      group.node = node?.element ?? from.nodes + added.length
      if (!node) added.push({ ordinal: group.first, vector: group.vector as Float32Array })
    }
    const ordinalOf = (ordinal: number) => groups.get(from.getHash(ordinal))?.first ?? null
    return (await extendGraph({ base: from, file, dimension, ordinalOf, added })).nodes
  }

  return {
    dimension,

    add({ ordinal, vector }) {
      const point = Float32Array.from(checkVector(vector, dimension))
      take(ordinal, hashVector(point), () => point)
    },

    copy({ ordinal, from }) {
      if (!base || !(from >= 0 && from < (previous?.size ?? 0)))
        throw createOrdinalError(`There is no vector ${from} to copy.`)
      take(ordinal, base.getHash(from), () => base.getVector(from))
      return base.getVector(from)
    },

    async save(file) {
      const gap = isTaken.indexOf(0)
      if (gap >= 0 && gap < count) throw createOrdinalError(`Ordinal ${gap} is missing.`)
      await saveDurably({
        file,
        dimension,
        size: count,
        async write(name) {
          const isKept = base !== null && base.m === m && isWorthKeeping({ base, groups })
          const nodes = isKept ? await writeExtended(name, base) : await writeAnew(name)
          const own = twins.map(({ ordinal, node }) => ({ ordinal, node: groups.get(node)?.node ?? 0 }))
          if (own.length > 0) await appendTwins({ file: name, dimension, m, nodes, twins: own })
        },
      })
    },
  }
}

function isWorthKeeping({ base, groups }: { base: BaseIndex; groups: ReadonlyMap<string, unknown> }): boolean {
  let kept = 0
  for (const { hash, isRepeated } of base.listNodes()) if (!isRepeated && groups.has(hash)) kept++
  const removed = base.nodes - kept
  const elements = removed + groups.size
  return kept >= leastNodesKept && removed <= largestShareRemoved * elements
}

function createOrdinalError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message,
    suggestion: 'Number the vectors 0, 1, 2 … without a gap, at most as many as the capacity.',
  })
}
