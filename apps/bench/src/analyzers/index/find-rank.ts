/** The rank, from 1, of the best of some positions, equal scores by position; infinite where none of them scores. */
export function findRank(scores: Float64Array, relevant: readonly number[]): number {
  const score = Math.max(...relevant.map((position) => scores[position] ?? 0))
  if (score <= 0) return Number.POSITIVE_INFINITY
  const first = Math.min(...relevant.filter((position) => scores[position] === score))
  let rank = 1
  for (const [position, other] of scores.entries()) if (other > score || (other === score && position < first)) rank++
  return rank
}
