/**
 * Sorts what was scored among the places that scored items held; what was not scored keeps its place to the number.
 * So an item without a score neither gains on one that was found wanting nor loses to anything but its old betters.
 *
 * @param options.scores in the order of the items; null where there is none
 * @returns all items, best first; equal scores in their old order
 */
export function mergeScored<T>(options: { items: readonly T[]; scores: readonly (number | null)[] }): T[] {
  const { items, scores } = options
  const places = items.flatMap((_, place) => (typeof scores[place] === 'number' ? [place] : []))
  const order = [...places].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
  const merged = [...items]
  places.forEach((place, i) => {
    merged[place] = items[order[i] as number] as T
  })
  return merged
}
