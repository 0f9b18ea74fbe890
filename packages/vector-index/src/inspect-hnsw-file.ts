import { type FileHandle, open } from 'node:fs/promises'
import { isShuttenError } from '@shutten/core'
import { createDamageError } from './create-damage-error.js'
import { type ElementLayout, getElementLayout, hnswHeader, linkCountMask, removedMark } from './hnsw-file-layout.js'

/**
 * `element` is its place in the file, `twinOf` that of the node that it is the same as, or null. A removed one, which only
 * leads a search on, has no ordinal. The vector is a view that is valid during the call.
 */
export type VisitElement = (found: {
  element: number
  ordinal: number | null
  vector: Float32Array
  twinOf: number | null
}) => void

export interface InspectedFile {
  layout: ElementLayout
  /** Links of a node on the upper layers. */
  m: number
  /** Those without an ordinal counted. */
  elements: number
}

const chunkBytes = 4 * 1024 * 1024

/**
 * Reads a file as hnswlib would and holds every number that hnswlib trusts against its bounds: it follows links and allocates by
 * counts unchecked, so that a damaged file would crash the process.
 * `visit` gets each element in the order of the file.
 * Errors: INDEX_DAMAGED.
 */
export async function inspectHnswFile({
  file,
  dimension,
  size,
  visit,
}: {
  file: string
  dimension: number
  size: number
  visit?: VisitElement
}): Promise<InspectedFile> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw createDamageError({ file, reason: 'it cannot be opened', cause })
  })
  try {
    const { size: fileBytes } = await handle.stat()
    const header = await readHeader({ handle, file, dimension, size })
    const { layout, m, elements } = header
    const elementsEnd = hnswHeader.bytes + elements * layout.bytes
    if (fileBytes < elementsEnd + 4 * elements) throw createDamageError({ file, reason: 'it ends too early' })
    if (elements === 0) {
      if (fileBytes !== hnswHeader.bytes) throw createDamageError({ file, reason: 'it goes on after its end' })
      return { layout, m, elements }
    }
    const levels = checkUpperLayers({
      words: await readWords({ handle, file, position: elementsEnd, bytes: fileBytes - elementsEnd }),
      file,
      m,
      size: elements,
      layerWords: layout.layerBytes / 4,
    })
    if (Math.max(0, ...new Set(levels)) !== header.topLayer || levels[header.entryPoint] !== header.topLayer)
      throw createDamageError({ file, reason: 'its entry point is not on the top layer' })
    await checkElements({ handle, file, dimension, size, elements, m, layout, visit })
    return { layout, m, elements }
  } catch (cause) {
    throw isShuttenError(cause) ? cause : createDamageError({ file, reason: 'it cannot be read', cause })
  } finally {
    await handle.close()
  }
}

async function readHeader({
  handle,
  file,
  dimension,
  size,
}: {
  handle: FileHandle
  file: string
  dimension: number
  size: number
}) {
  const buffer = Buffer.alloc(hnswHeader.bytes)
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
  if (bytesRead < buffer.length) throw createDamageError({ file, reason: 'it is shorter than its header' })
  const size64 = (offset: number) => Number(buffer.readBigUInt64LE(offset))

  const m = size64(hnswHeader.m)
  const layout = getElementLayout({ m, dimension })
  const isConsistent =
    m >= 2 &&
    m <= 10_000 &&
    size64(hnswHeader.offsetLevel0) === 0 &&
    size64(hnswHeader.upperLinks) === m &&
    size64(hnswHeader.lowestLinks) === 2 * m &&
    size64(hnswHeader.vectorOffset) === layout.vectorOffset &&
    Math.abs(buffer.readDoubleLE(hnswHeader.levelFactor) - 1 / Math.log(m)) < 1e-9 &&
    size64(hnswHeader.efConstruction) >= 1 &&
    size64(hnswHeader.efConstruction) <= 100_000
  if (!isConsistent) throw createDamageError({ file, reason: 'its header is not that of a vector index' })
  if (size64(hnswHeader.labelOffset) !== layout.labelOffset || size64(hnswHeader.elementBytes) !== layout.bytes)
    throw createDamageError({ file, reason: `its vectors do not have ${dimension} numbers` })
  const count = size64(hnswHeader.count)
  if (count < size || count > 0xffff_fffe)
    throw createDamageError({ file, reason: `it holds ${count} vectors, not ${size}` })
  if (size64(hnswHeader.capacity) !== Math.max(count, 1))
    throw createDamageError({ file, reason: 'its capacity is not its size' })
  const topLayer = buffer.readInt32LE(hnswHeader.topLayer)
  const entryPoint = buffer.readUInt32LE(hnswHeader.entryPoint)
  if (count > 0 && (topLayer < 0 || topLayer > 64 || entryPoint >= count))
    throw createDamageError({ file, reason: 'its entry point is out of range' })
  return { m, layout, topLayer, entryPoint, elements: count }
}

/** Returns the top layer of each element. */
function checkUpperLayers({
  words,
  file,
  m,
  size,
  layerWords,
}: {
  words: Uint32Array
  file: string
  m: number
  size: number
  layerWords: number
}): Uint8Array {
  const levels = new Uint8Array(size)
  const starts = new Float64Array(size)
  let position = 0
  for (let element = 0; element < size; element++) {
    const bytes = words[position] ?? Number.NaN
    const level = bytes / (layerWords * 4)
    if (!Number.isInteger(level) || level > 64 || position + 1 + level * layerWords > words.length)
      throw createDamageError({ file, reason: 'its upper layers are cut or torn' })
    levels[element] = level
    starts[element] = position + 1
    position += 1 + level * layerWords
  }
  if (position !== words.length) throw createDamageError({ file, reason: 'it goes on after its end' })
  for (let element = 0; element < size; element++) {
    for (let layer = 1; layer <= (levels[element] ?? 0); layer++) {
      const start = (starts[element] ?? 0) + (layer - 1) * layerWords
      const count = words[start] ?? 0
      if (count > m) throw createDamageError({ file, reason: 'a node has too many links' })
      for (let link = 1; link <= count; link++)
        // A link to a node that does not reach this layer would be followed into no memory at all.
        if ((levels[words[start + link] ?? size] ?? -1) < layer)
          throw createDamageError({ file, reason: 'a link leads nowhere' })
    }
  }
  return levels
}

async function checkElements(options: {
  handle: FileHandle
  file: string
  dimension: number
  size: number
  elements: number
  m: number
  layout: ElementLayout
  visit: VisitElement | undefined
}): Promise<void> {
  const { handle, file, size, elements, layout } = options
  const checker = createChunkChecker(options)
  const elementWords = layout.bytes / 4
  const perChunk = Math.max(1, Math.floor(chunkBytes / layout.bytes))
  const chunk = new Uint32Array(Math.min(perChunk, elements) * elementWords)
  for (let first = 0; first < elements; first += perChunk) {
    const words = await readWords({
      handle,
      file,
      position: hnswHeader.bytes + first * layout.bytes,
      bytes: Math.min(perChunk, elements - first) * layout.bytes,
      into: chunk,
    })
    checker.check(words, first)
  }
  if (checker.countOrdinals() !== size)
    throw createDamageError({ file, reason: `it holds ${checker.countOrdinals()} vectors, not ${size}` })
}

/** Called once a chunk, so that it is compiled well after the first ones: in one long loop it took three times as long. */
function createChunkChecker({
  file,
  dimension,
  size,
  elements,
  m,
  layout,
  visit,
}: {
  file: string
  dimension: number
  size: number
  elements: number
  m: number
  layout: ElementLayout
  visit: VisitElement | undefined
}): { check(words: Uint32Array, first: number): void; countOrdinals(): number } {
  const isSeen = new Uint8Array(size)
  const twins = new Set<number>()
  const elementWords = layout.bytes / 4
  let ordinals = 0
  const check = (words: Uint32Array, first: number) => {
    const numbers = new Float32Array(words.buffer, 0, words.length)
    for (let start = 0; start < words.length; start += elementWords) {
      const element = first + start / elementWords
      const head = words[start] ?? 0
      const count = head & linkCountMask
      if (count > 2 * m || (head & ~(linkCountMask | removedMark)) !== 0)
        throw createDamageError({ file, reason: 'a node has too many links' })
      for (let link = 1; link <= count; link++)
        if ((words[start + link] ?? elements) >= elements)
          throw createDamageError({ file, reason: 'a link leads nowhere' })

      const vectorStart = start + layout.vectorOffset / 4
      const squares = sumSquares({ numbers, start: vectorStart, end: vectorStart + dimension })
      if (!(Math.abs(squares - 1) < 1e-3)) throw createDamageError({ file, reason: 'a vector is not of unit length' })
      const vector = numbers.subarray(vectorStart, vectorStart + dimension)

      const label = words[start + layout.labelOffset / 4] ?? size
      const isLabelShort = words[start + layout.labelOffset / 4 + 1] === 0
      if ((head & removedMark) !== 0) {
        if (label < size || !isLabelShort)
          throw createDamageError({ file, reason: 'a vector that was removed has a number' })
        visit?.({ element, ordinal: null, vector, twinOf: null })
        continue
      }
      if (label >= size || !isLabelShort || isSeen[label])
        throw createDamageError({ file, reason: 'its vectors are not numbered from 0 without a gap' })
      isSeen[label] = 1
      ordinals++
      const node = words[start + 1] ?? elements
      const twinOf = count === 0 && node !== element ? node : null
      if (twinOf !== null && (twinOf > element || twins.has(twinOf)))
        throw createDamageError({ file, reason: 'a link leads nowhere' })
      if (twinOf !== null) twins.add(element)
      visit?.({ element, ordinal: label, vector, twinOf })
    }
  }
  return { check, countOrdinals: () => ordinals }
}

/** Two sums at a time: each waits for its last addition. */
function sumSquares({ numbers, start, end }: { numbers: Float32Array; start: number; end: number }): number {
  let even = 0
  let odd = 0
  let at = start
  for (; at + 1 < end; at += 2) {
    even += (numbers[at] as number) * (numbers[at] as number)
    odd += (numbers[at + 1] as number) * (numbers[at + 1] as number)
  }
  return even + odd + (at < end ? (numbers[at] as number) ** 2 : 0)
}

async function readWords({
  handle,
  file,
  position,
  bytes,
  into,
}: {
  handle: FileHandle
  file: string
  position: number
  bytes: number
  /** What is read lies in here; must hold it. */
  into?: Uint32Array
}): Promise<Uint32Array> {
  if (bytes % 4 !== 0) throw createDamageError({ file, reason: 'it is cut' })
  const words = into?.subarray(0, bytes / 4) ?? new Uint32Array(bytes / 4)
  const view = new Uint8Array(words.buffer, words.byteOffset, bytes)
  let done = 0
  while (done < bytes) {
    const { bytesRead } = await handle.read(view, done, bytes - done, position + done)
    if (bytesRead === 0) throw createDamageError({ file, reason: 'it ends too early' })
    done += bytesRead
  }
  return words
}
