import type { ChunkUnit } from './split-units.js'

export interface ChunkSizes {
  targetCharacters: number
  minCharacters: number
  maxCharacters: number
}

// Costs of ending a chunk after a unit, against the squared distance of its size from the target (1 = as far as the target itself).
const breakInBlock = 0.15
const breakInRun = 0.08
const breakAfterLeadIn = 0.8
const tooSmall = 0.3

/**
 * Groups a section's units into chunks: the division that comes nearest to the target size with the fewest cuts inside
 * paragraphs and between a list and its lead-in (dynamic programming over the positions where a chunk may end).
 * A unit over the maximum stands alone. Returns, for each chunk, its first unit and the one after its last.
 */
export function packUnits(options: { units: readonly ChunkUnit[]; gaps: readonly number[]; sizes: ChunkSizes }): {
  from: number
  to: number
}[] {
  const { units, gaps, sizes } = options
  const count = units.length
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(count + 1)
  best[0] = 0
  for (let to = 1; to <= count; to++) {
    const edge = to < count ? getBreakCost(units[to - 1] as ChunkUnit, units[to] as ChunkUnit) : 0
    let size = 0
    for (let from = to - 1; from >= 0; from--) {
      size += (units[from] as ChunkUnit).size + (from < to - 1 ? (gaps[from] ?? 0) : 0)
      if (size > sizes.maxCharacters && from < to - 1) break
      const cost = (best[from] as number) + getSizeCost(size, sizes) + edge
      // Of equal divisions the one with the longer chunk is taken.
      if (cost <= (best[to] as number)) {
        best[to] = cost
        previous[to] = from
      }
    }
  }
  const chunks: { from: number; to: number }[] = []
  for (let to = count; to > 0; to = previous[to] as number) chunks.push({ from: previous[to] as number, to })
  return chunks.reverse()
}

function getSizeCost(size: number, { targetCharacters, minCharacters }: ChunkSizes): number {
  const distance = (size - targetCharacters) / targetCharacters
  return distance * distance + (size < minCharacters ? tooSmall : 0)
}

function getBreakCost(last: ChunkUnit, next: ChunkUnit): number {
  if (!next.isFirst) return breakInBlock
  if (next.kind === 'list-item' && last.kind !== 'list-item') return breakAfterLeadIn
  return next.kind === last.kind && (next.kind === 'list-item' || next.kind === 'table-row') ? breakInRun : 0
}
