/** Moves those of the first `count` candidates that score `least` or more to the front, in their order; gives their number. */
export function keepCandidates({
  scores,
  candidates,
  count,
  least,
}: {
  scores: Float64Array
  candidates: Uint32Array
  count: number
  least: number
}): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const entry = candidates[at] as number
    candidates[kept] = entry
    if ((scores[entry] as number) >= least) kept++
  }
  return kept
}
