/**
 * hnswlib 0.8 `saveIndex`, little-endian with 64-bit sizes:
 * header; then an element each of link count (u32), links of the lowest layer (u32 × 2m), vector (f32 × dimension), label (u64);
 * then for each element the bytes of its upper layers (u32) and those layers, each a link count (u32) and m links (u32).
 */
export const hnswHeader = {
  offsetLevel0: 0,
  capacity: 8,
  count: 16,
  elementBytes: 24,
  labelOffset: 32,
  vectorOffset: 40,
  topLayer: 48,
  entryPoint: 52,
  upperLinks: 56,
  lowestLinks: 64,
  m: 72,
  levelFactor: 80,
  efConstruction: 88,
  bytes: 96,
} as const

/** The head of an element: how many links it has on the lowest layer, and a bit that says that it was removed (`markDelete`). */
export const linkCountMask = 0xffff
export const removedMark = 0x1_0000

export interface ElementLayout {
  vectorOffset: number
  labelOffset: number
  bytes: number
  /** Of one upper layer. */
  layerBytes: number
}

/** Byte sizes inside an element, for `m` links and vectors of `dimension`. */
export function getElementLayout({ m, dimension }: { m: number; dimension: number }): ElementLayout {
  const vectorOffset = 4 + 2 * m * 4
  const labelOffset = vectorOffset + dimension * 4
  return { vectorOffset, labelOffset, bytes: labelOffset + 8, layerBytes: 4 + m * 4 }
}
