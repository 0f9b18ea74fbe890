/** A question that was refused, or whose answer a reader found bad; as often as it was asked so. */
export interface FailedQuestion {
  question: string
  /** How often in the period. */
  times: number
  /** Of these, those that were refused, and those that were judged bad. */
  refused: number
  judgedBad: number
  /** ISO 8601, UTC: the last time. */
  lastAt: string
  /** Why it was refused the last time; null where it was answered. */
  reason: string | null
  /** What was answered the last time that it was judged bad; null where it never was. */
  badAnswer: string | null
  feedbackId: string | null
}

/** What an editor said of a question; kept by its hash, so that it keeps nothing of a conversation that its reader deletes. */
export interface GapMark {
  /** sha256 of the question, folded. */
  hash: string
  /** Else it was put aside. */
  isSolved: boolean
  reason: string | null
  by: string
  /** The generation that answered it. */
  generation: string | null
  /** ISO 8601, UTC. */
  at: string
}

export interface GapRepository {
  /**
   * Questions of the kept conversations since `from` that were refused or judged bad, the most frequent first; equal ones (width, case and
   * white space folded) are one. What readers delete is gone from it.
   */
  listFailed(options: { from: Date; limit?: number }): Promise<{ total: number; questions: FailedQuestion[] }>
  listMarks(hashes: readonly string[]): Promise<Map<string, GapMark>>
  mark(marks: readonly Omit<GapMark, 'at'>[]): Promise<void>
  unmark(hashes: readonly string[]): Promise<void>
}
