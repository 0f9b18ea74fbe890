/** A set of the passage numbers of one generation: what a filter lets through. */
export interface OrdinalSet {
  readonly size: number
  has(ordinal: number): boolean
  /** Ascending. */
  values(): Uint32Array
}

/** As a bitmap: `capacity` numbers take `capacity / 8` bytes. Numbers outside of 0 … capacity - 1 are left out. */
export function createOrdinalSet(options: { capacity: number; ordinals: Iterable<number> }): OrdinalSet {
  const { capacity } = options
  const words = new Uint32Array(Math.ceil(capacity / 32))
  let size = 0
  for (const ordinal of options.ordinals) {
    if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= capacity) continue
    const word = ordinal >>> 5
    const bit = 1 << (ordinal & 31)
    if ((words[word] ?? 0) & bit) continue
    words[word] = (words[word] ?? 0) | bit
    size++
  }
  const has = (ordinal: number) => ((words[ordinal >>> 5] ?? 0) & (1 << (ordinal & 31))) !== 0
  let list: Uint32Array | null = null
  return {
    size,
    has,
    values() {
      if (!list) {
        list = new Uint32Array(size)
        for (let ordinal = 0, at = 0; ordinal < capacity; ordinal++) if (has(ordinal)) list[at++] = ordinal
      }
      return list
    },
  }
}
