/** Fewest passages beyond k: neighbours lie further down. */
const spare = 20

/** How many passages `refineResults` needs for k results: what is merged or folded leaves room for others. */
export function refineDepth(k: number): number {
  return 2 * k + spare
}
