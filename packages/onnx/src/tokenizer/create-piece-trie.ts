/** A trie over UTF-16 code units. Node 0 is the root. */
export interface PieceTrie {
  /** The node behind `codeUnit`, or -1. */
  next(node: number, codeUnit: number): number
  /** The piece that ends in the node, or -1. */
  piece(node: number): number
}

/** Builds the trie in flat arrays: one open-addressed hash table of edges (some 4 MB for 65,000 pieces, no object a node). */
export function createPieceTrie(pieces: Iterable<readonly [id: number, piece: string]>): PieceTrie {
  let capacity = 1 << 16
  let keys = new Float64Array(capacity).fill(-1)
  let targets = new Int32Array(capacity)
  let ids = new Int32Array(1 << 15).fill(-1)
  let nodes = 1

  const slotOf = (key: number, node: number, codeUnit: number) => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(codeUnit, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (capacity - 1)
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (capacity - 1)
    return slot
  }
  const grow = () => {
    const oldKeys = keys
    const oldTargets = targets
    capacity *= 2
    keys = new Float64Array(capacity).fill(-1)
    targets = new Int32Array(capacity)
    oldKeys.forEach((key, i) => {
      if (key === -1) return
      const slot = slotOf(key, Math.floor(key / 65536), key % 65536)
      keys[slot] = key
      targets[slot] = oldTargets[i] as number
    })
  }

  for (const [id, piece] of pieces) {
    let node = 0
    for (let i = 0; i < piece.length; i++) {
      const codeUnit = piece.charCodeAt(i)
      const key = node * 65536 + codeUnit
      const slot = slotOf(key, node, codeUnit)
      if (keys[slot] !== -1) {
        node = targets[slot] as number
        continue
      }
      keys[slot] = key
      targets[slot] = nodes
      node = nodes++
      if (nodes > capacity / 2) grow()
      if (nodes > ids.length) {
        const longer = new Int32Array(ids.length * 2).fill(-1)
        longer.set(ids)
        ids = longer
      }
    }
    ids[node] = id
  }

  return {
    next: (node, codeUnit) => {
      const slot = slotOf(node * 65536 + codeUnit, node, codeUnit)
      return keys[slot] === -1 ? -1 : (targets[slot] as number)
    },
    piece: (node) => ids[node] ?? -1,
  }
}
