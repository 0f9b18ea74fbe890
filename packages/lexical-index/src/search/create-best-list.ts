export interface Scored {
  ordinal: number
  score: number
}

/** Keeps the best k of what it is given: by score, equal ones by ordinal. */
export interface BestList {
  /** What does not score above this need not be given. */
  readonly least: number
  /** In ascending order of ordinals. */
  add(ordinal: number, score: number): void
  /** Best first. */
  take(): Scored[]
}

/** Holds only scores above 0. */
export function createBestList(k: number): BestList {
  // A heap: the worst of those kept stands first.
  const ordinals: number[] = []
  const scores: number[] = []
  const isWorse = (a: number, b: number) =>
    scores[a] === scores[b]
      ? (ordinals[a] as number) > (ordinals[b] as number)
      : (scores[a] as number) < (scores[b] as number)
  const swap = (a: number, b: number) => {
    ;[ordinals[a], ordinals[b]] = [ordinals[b] as number, ordinals[a] as number]
    ;[scores[a], scores[b]] = [scores[b] as number, scores[a] as number]
  }
  const rise = (from: number) => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isWorse(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const sink = () => {
    for (let at = 0; ; ) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < scores.length && isWorse(child, worst)) worst = child
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  let least = 0

  return {
    get least() {
      return least
    },
    add(ordinal, score) {
      if (score <= least) return
      if (scores.length < k) {
        ordinals.push(ordinal)
        scores.push(score)
        rise(scores.length - 1)
      } else {
        ordinals[0] = ordinal
        scores[0] = score
        sink()
      }
      if (scores.length === k) least = scores[0] as number
    },
    take() {
      return ordinals
        .map((ordinal, at) => ({ ordinal, score: scores[at] as number }))
        .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
    },
  }
}
