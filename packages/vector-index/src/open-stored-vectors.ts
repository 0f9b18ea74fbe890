import { closeSync, openSync, readSync } from 'node:fs'
import type { VectorHit } from '@shutten/core'
import { createDamageError } from './create-damage-error.js'
import { type ElementLayout, hnswHeader } from './hnsw-file-layout.js'

export interface StoredVectors {
  /** The k nearest of `ordinals` (ascending), best first; exact. Errors: INDEX_DAMAGED. */
  findNearest(options: { point: readonly number[]; ordinals: Uint32Array; k: number }): VectorHit[]
  close(): void
}

/** Elements read at once, and the gap between two that is read over: a call costs as much as some kilobytes. */
const maxRun = 64
const maxGap = 3

/**
 * The vectors of an index in its file, read when they are asked for: hnswlib holds them in memory, but gives each as an
 * array of JavaScript numbers, which takes twenty times as long as reading it (docs/decisions, HNSW parameters), and a
 * second copy would double the memory. The file stays open, so that it may be removed meanwhile.
 *
 * @param options.elementOf place of each ordinal's element in the file
 */
export function openStoredVectors(options: {
  file: string
  dimension: number
  layout: ElementLayout
  elementOf: Uint32Array
}): StoredVectors {
  const { file, dimension, layout, elementOf } = options
  let descriptor: number | null = openFile(file)
  const bytes = new Uint8Array(maxRun * layout.bytes)
  const numbers = new Float32Array(bytes.buffer)

  const readRun = (first: number, count: number) => {
    const length = count * layout.bytes
    for (let done = 0; done < length; ) {
      const read = readSync(
        descriptor ?? -1,
        bytes,
        done,
        length - done,
        hnswHeader.bytes + first * layout.bytes + done,
      )
      if (read === 0) throw createDamageError({ file, reason: 'it was cut while it was in use' })
      done += read
    }
  }

  return {
    findNearest({ point, ordinals, k }) {
      const query = Float32Array.from(point)
      const nearest = createNearest(k)
      const elements = ordinals.map((ordinal) => elementOf[ordinal] ?? 0)
      for (let at = 0; at < ordinals.length; ) {
        const first = elements[at] ?? 0
        let end = at + 1
        while (end < ordinals.length && continuesRun({ first, last: elements[end - 1] ?? 0, next: elements[end] ?? 0 }))
          end++
        readRun(first, (elements[end - 1] ?? 0) - first + 1)
        for (; at < end; at++) {
          const start = (((elements[at] ?? 0) - first) * layout.bytes + layout.vectorOffset) / 4
          nearest.offer(ordinals[at] ?? 0, multiply({ numbers, start, query, dimension }))
        }
      }
      return nearest.list()
    },
    close() {
      if (descriptor !== null) closeSync(descriptor)
      descriptor = null
    },
  }
}

function openFile(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (cause) {
    throw createDamageError({ file, reason: 'it cannot be opened', cause })
  }
}

function continuesRun({ first, last, next }: { first: number; last: number; next: number }): boolean {
  return next > last && next - last <= maxGap + 1 && next - first < maxRun
}

function multiply({
  numbers,
  start,
  query,
  dimension,
}: {
  numbers: Float32Array
  start: number
  query: Float32Array
  dimension: number
}): number {
  let sum = 0
  for (let at = 0; at < dimension; at++) sum += (numbers[start + at] as number) * (query[at] as number)
  return Math.max(-1, Math.min(1, sum))
}

/** Keeps the k best in order; of equal ones those that came first. */
function createNearest(k: number): { offer(ordinal: number, similarity: number): void; list(): VectorHit[] } {
  const hits: VectorHit[] = []
  return {
    offer(ordinal, similarity) {
      if (hits.length === k && similarity <= (hits[k - 1]?.similarity ?? 0)) return
      let low = 0
      for (let high = hits.length; low < high; ) {
        const middle = (low + high) >>> 1
        if ((hits[middle]?.similarity ?? 0) >= similarity) low = middle + 1
        else high = middle
      }
      hits.splice(low, 0, { ordinal, similarity })
      if (hits.length > k) hits.pop()
    },
    list: () => hits,
  }
}
