const steps = 1_024
const counts = new Uint32Array(steps)

/**
 * A score that at least `k` of the first `count` candidates reach, a little below that of the k-th best; 0 when fewer than k have any.
 *
 * @param options.limit above every score
 */
export function findThreshold({
  scores,
  candidates,
  count,
  k,
  limit,
}: {
  scores: Float64Array
  candidates: Uint32Array
  count: number
  k: number
  limit: number
}): number {
  if (count < k) return 0
  counts.fill(0)
  const scale = steps / limit
  for (let at = 0; at < count; at++) {
    const step = Math.min(steps - 1, ((scores[candidates[at] as number] as number) * scale) | 0)
    counts[step] = (counts[step] as number) + 1
  }
  let reached = 0
  for (let step = steps - 1; step > 0; step--) {
    reached += counts[step] as number
    // Half a step lower: rounding may have put a score into the step above its own.
    if (reached >= k) return (step - 0.5) / scale
  }
  return 0
}
