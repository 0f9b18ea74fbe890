/** Longer in a larger index, whose graph has more places to go astray: 160 up to 25,600 vectors, 316 at 100,000. */
export function chooseEfSearch(size: number): number {
  return Math.min(400, Math.max(160, Math.round(Math.sqrt(size))))
}
