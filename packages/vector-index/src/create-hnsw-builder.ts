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
  /** Vectors that are the same are one group; groups are numbered in the order in which they came, by the hash of the vector. */
  const groups = new Map<string, number>()
  /** Of each group the ordinal of its first vector, which becomes the node, */
  const firsts = new Uint32Array(capacity)
  /** and with a base where its vector is: what came waits here until it is known what stays, */
  const waiting = new Map<number, Float32Array>()
  /** else it is read from the base, which has it under this ordinal. */
  const origins = new Uint32Array(base ? capacity : 0)
  const twins: { ordinal: number; group: number }[] = []
  const graph = base ? null : createGraph()
  let count = 0

  function createGraph() {
    const index = new hnswlib.HierarchicalNSW('cosine', dimension)
    index.initIndex(Math.max(capacity, 1), m, efConstruction, seed)
    return index
  }

  /** Gives the number of a group that the vector is the first of, else null. */
  const take = (ordinal: number, hash: string): number | null => {
    if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= capacity)
      throw createOrdinalError(`Ordinal ${ordinal} is outside of 0 to ${capacity - 1}.`)
    if (isTaken[ordinal]) throw createOrdinalError(`Ordinal ${ordinal} was added twice.`)
    isTaken[ordinal] = 1
    count++
    const known = groups.get(hash)
    if (known !== undefined) {
      twins.push({ ordinal, group: known })
      return null
    }
    const group = groups.size
    groups.set(hash, group)
    firsts[group] = ordinal
    return group
  }

  const readVector = (group: number) => waiting.get(group) ?? (base as BaseIndex).readVector(origins[group] as number)

  /** Both give the nodes of the groups, and how many nodes there are. */
  const writeAnew = async (file: string) => {
    const index = graph ?? createGraph()
    if (!graph)
      for (const group of groups.values()) index.addPoint(Array.from(readVector(group)), firsts[group] as number)
    if (index.getMaxElements() > Math.max(groups.size, 1)) index.resizeIndex(Math.max(groups.size, 1))
    await index.writeIndex(file)
    releaseGraph(index)
    return { nodes: groups.size, nodeOf: (group: number) => group }
  }

  const writeExtended = async (file: string, from: BaseIndex) => {
    const nodes = new Uint32Array(groups.size)
    const added: { ordinal: number; vector: Float32Array }[] = []
    for (const [hash, group] of groups) {
      const known = from.findNode(hash)
      nodes[group] = known ?? from.nodes + added.length
      if (known === null) added.push({ ordinal: firsts[group] as number, vector: readVector(group) })
    }
    const ordinalOf = (ordinal: number) => {
      const group = groups.get(from.getHash(ordinal))
      return group === undefined ? null : (firsts[group] as number)
    }
    const extended = await extendGraph({ base: from, file, dimension, ordinalOf, added })
    return { nodes: extended.nodes, nodeOf: (group: number) => nodes[group] as number }
  }

  return {
    dimension,

    add({ ordinal, vector }) {
      const point = Float32Array.from(checkVector(vector, dimension))
      const group = take(ordinal, hashVector(point))
      if (group === null) return
      if (graph) graph.addPoint(Array.from(point), ordinal)
      else waiting.set(group, point)
    },

    copy({ ordinal, from }) {
      const group = take(ordinal, findBase(from).getHash(from))
      if (group !== null) origins[group] = from
    },

    readBase: (from) => findBase(from).readVector(from),

    async save(file) {
      const gap = isTaken.indexOf(0)
      if (gap >= 0 && gap < count) throw createOrdinalError(`Ordinal ${gap} is missing.`)
      await saveDurably({
        file,
        dimension,
        size: count,
        async write(name) {
          const isKept = base !== null && base.m === m && isWorthKeeping({ base, groups })
          const { nodes, nodeOf } = isKept ? await writeExtended(name, base) : await writeAnew(name)
          const own = twins.map(({ ordinal, group }) => ({ ordinal, node: nodeOf(group) }))
          if (own.length > 0) await appendTwins({ file: name, dimension, m, nodes, twins: own })
        },
      })
    },

    close() {
      base?.close()
      if (graph) releaseGraph(graph)
    },
  }

  function findBase(from: number): BaseIndex {
    if (!base || !(from >= 0 && from < (previous?.size ?? 0)))
      throw createOrdinalError(`There is no vector ${from} to copy.`)
    return base
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
