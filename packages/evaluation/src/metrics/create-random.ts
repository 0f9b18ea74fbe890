/**
 * Numbers in [0, 1), the same for the same seed.
 * Source: Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003 (32 bits, shifts 13, 17, 5).
 */
export function createRandom(seed: number): () => number {
  // Zero is a fixed point of xorshift; the odd factor spreads neighbouring seeds apart.
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x2545f491 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
