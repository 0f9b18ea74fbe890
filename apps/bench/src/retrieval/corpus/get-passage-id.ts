/** A passage's id names its place in the corpus, so that a bare vector index, which knows numbers only, is judged too. */
export function getPassageId(position: number): string {
  return `p${position}`
}
