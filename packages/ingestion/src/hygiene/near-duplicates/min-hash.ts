/** Bins of a signature; each keeps one byte of the least hash that fell into it. */
export const signatureBins = 128
const shingle = 4
const empty = 0xffffffff

/**
 * One-permutation MinHash of a text's character 4-grams: one hash a gram, its high bits the bin. Empty bins take over the
 * next full one's value, by a step of their own (Li, Owen & Zhang, NIPS 2012; Shrivastava, ICML 2017).
 */
export function createSignature(text: string): Uint8Array {
  const least = new Uint32Array(signatureBins).fill(empty)
  const last = Math.max(1, text.length - shingle + 1)
  for (let at = 0; at < last; at++) {
    let hash = 0x811c9dc5
    for (let i = 0; i < shingle; i++)
      hash = Math.imul(hash ^ (at + i < text.length ? text.charCodeAt(at + i) : 0), 0x01000193)
    hash = mix(hash)
    const bin = hash >>> 25
    const value = hash & 0x1ffffff
    if (value < (least[bin] as number)) least[bin] = value
  }
  const signature = new Uint8Array(signatureBins)
  for (let bin = 0; bin < signatureBins; bin++) {
    let from = bin
    for (let step = 1; least[from] === empty; step++) from = mix(bin * 0x9e3779b1 + step) >>> 25
    signature[bin] = mix((least[from] as number) + (from === bin ? 0 : 1)) & 0xff
  }
  return signature
}

/** Estimate of the Jaccard similarity of the 4-grams that two signatures were made of, 0 to 1. */
export function compareSignatures(a: Uint8Array, b: Uint8Array): number {
  let same = 0
  for (let bin = 0; bin < signatureBins; bin++) if (a[bin] === b[bin]) same++
  // Bytes of different hashes agree once in 256 times.
  return Math.max(0, (same / signatureBins - 1 / 256) / (1 - 1 / 256))
}

/** Source: the finaliser of MurmurHash3 (public domain). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
