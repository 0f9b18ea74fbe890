import { type FileHandle, open, rm } from 'node:fs/promises'
import hnswlib from 'hnswlib-node'
import { type ElementLayout, hnswHeader, linkCountMask, removedMark } from './hnsw-file-layout.js'
import type { BaseIndex } from './read-base.js'
import { releaseGraph } from './release-graph.js'

/** Labels of nodes while they are added, and of those that are removed: ordinals are smaller. */
const newLabels = 0x8000_0000
const removedLabels = 0xc000_0000

/**
 * Writes the graph of `base` with nodes added and others removed, and with new numbers for those that stay. What is removed
 * leads searches on, as hnswlib does it, but not with its own vector: that is overwritten with a neighbour's, so that
 * nothing of it is left in the file.
 *
 * @param options.ordinalOf the number that a node of the base, by its number there, has from now on; null: it is removed
 * @param options.added nodes to add, with unit length
 */
export async function extendGraph(options: {
  base: BaseIndex
  file: string
  dimension: number
  ordinalOf: (ordinal: number) => number | null
  added: readonly { ordinal: number; vector: Float32Array }[]
}): Promise<{ nodes: number }> {
  const { base, file, dimension, ordinalOf, added } = options
  const nodes = base.nodes + added.length
  const start = `${file}.base`
  try {
    await copyWithoutTwins({ base, file: start })
    const index = new hnswlib.HierarchicalNSW('cosine', dimension)
    await index.readIndex(start)
    index.resizeIndex(Math.max(nodes, 1))
    const labels = new Map<number, number>()
    const gone: number[] = []
    for (const { element, ordinal, isRepeated } of base.listNodes()) {
      const next = isRepeated ? null : ordinalOf(ordinal)
      if (next === null) {
        index.markDelete(ordinal)
        gone.push(element)
        labels.set(element, removedLabels + element)
      } else if (next !== ordinal) labels.set(element, next)
    }
    for (const [at, { ordinal, vector }] of added.entries()) {
      index.addPoint(Array.from(vector), newLabels + at)
      labels.set(base.nodes + at, ordinal)
    }
    await index.writeIndex(file)
    releaseGraph(index)
    await amend({ file, layout: base.layout, labels, gone })
    return { nodes }
  } finally {
    await rm(start, { force: true })
  }
}

/** hnswlib would take twins for nodes. They stand behind the nodes, and have no upper layers. */
async function copyWithoutTwins({ base, file }: { base: BaseIndex; file: string }): Promise<void> {
  const source = await open(base.file, 'r')
  try {
    const target = await open(file, 'w')
    try {
      const { size } = await source.stat()
      const nodesEnd = hnswHeader.bytes + base.nodes * base.layout.bytes
      const elementsEnd = hnswHeader.bytes + base.elements * base.layout.bytes
      const twinLayers = 4 * (base.elements - base.nodes)
      await copyBytes({ source, target, from: 0, to: nodesEnd, at: 0 })
      await copyBytes({ source, target, from: elementsEnd, to: size - twinLayers, at: nodesEnd })
      const count = Buffer.alloc(8)
      count.writeBigUInt64LE(BigInt(base.nodes))
      await target.write(count, 0, 8, hnswHeader.count)
      count.writeBigUInt64LE(BigInt(Math.max(base.nodes, 1)))
      await target.write(count, 0, 8, hnswHeader.capacity)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

const pieceBytes = 4 * 1024 * 1024

async function copyBytes(options: {
  source: FileHandle
  target: FileHandle
  from: number
  to: number
  at: number
}): Promise<void> {
  const { source, target, from, to, at } = options
  const buffer = Buffer.alloc(Math.min(pieceBytes, Math.max(0, to - from)))
  for (let position = from; position < to; ) {
    const { bytesRead } = await source.read(buffer, 0, Math.min(buffer.length, to - position), position)
    if (bytesRead === 0) throw new Error('The file ends early.')
    for (let done = 0; done < bytesRead; )
      done += (await target.write(buffer, done, bytesRead - done, at + position - from + done)).bytesWritten
    position += bytesRead
  }
}

/** Gives elements their labels, and those that are gone the vector of a neighbour. */
async function amend(options: {
  file: string
  layout: ElementLayout
  labels: ReadonlyMap<number, number>
  gone: readonly number[]
}): Promise<void> {
  const { file, layout, labels, gone } = options
  const placeOf = (element: number) => hnswHeader.bytes + element * layout.bytes
  const handle = await open(file, 'r+')
  try {
    const label = Buffer.alloc(8)
    for (const [element, number] of labels) {
      label.writeBigUInt64LE(BigInt(number))
      await handle.write(label, 0, 8, placeOf(element) + layout.labelOffset)
    }
    const own = Buffer.alloc(layout.bytes)
    const other = Buffer.alloc(layout.bytes)
    for (const element of gone) {
      await handle.read(own, 0, layout.bytes, placeOf(element))
      const links = own.readUInt32LE(0) & linkCountMask
      let isFound = false
      for (let link = 1; link <= links && !isFound; link++) {
        await handle.read(other, 0, layout.bytes, placeOf(own.readUInt32LE(4 * link)))
        isFound = (other.readUInt32LE(0) & removedMark) === 0
      }
      const vector = isFound ? other.subarray(layout.vectorOffset, layout.labelOffset) : createAxis(layout)
      await handle.write(vector, 0, vector.length, placeOf(element) + layout.vectorOffset)
    }
  } finally {
    await handle.close()
  }
}

/** Some vector of unit length. */
function createAxis({ vectorOffset, labelOffset }: ElementLayout): Buffer {
  const axis = Buffer.alloc(labelOffset - vectorOffset)
  axis.writeFloatLE(1, 0)
  return axis
}
