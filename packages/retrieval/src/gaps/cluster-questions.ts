/** Items that mean the same, by the one that was put first. */
export interface MeaningCluster<T> {
  leader: T
  /** The leader first, then the others as they came. */
  members: T[]
}

/**
 * Groups items by meaning: each joins the leader that it is nearest to, if that is near enough, and leads a group of its own otherwise. The
 * order of the items decides who leads, so that the same items in the same order always make the same groups.
 * Leader clustering: Hartigan, "Clustering Algorithms", 1975, chapter 3.
 *
 * @param options.vectors of unit length, one for each item; one without joins nothing and is joined by nothing
 * @param options.threshold least cosine to a leader, −1 to 1
 */
export function clusterQuestions<T>(options: {
  items: readonly T[]
  vectors: readonly (Float32Array | null)[]
  threshold: number
}): MeaningCluster<T>[] {
  const { items, vectors, threshold } = options
  const clusters: (MeaningCluster<T> & { vector: Float32Array | null })[] = []
  for (const [i, item] of items.entries()) {
    const vector = vectors[i] ?? null
    let nearest: (typeof clusters)[number] | null = null
    let best = threshold
    for (const cluster of clusters) {
      if (!vector || !cluster.vector) continue
      const cosine = dot(cluster.vector, vector)
      // Of two that are equally near the earlier one stays.
      if (cosine > best || (cosine === best && nearest === null)) {
        best = cosine
        nearest = cluster
      }
    }
    if (nearest) nearest.members.push(item)
    else clusters.push({ leader: item, members: [item], vector })
  }
  return clusters.map(({ leader, members }) => ({ leader, members }))
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
