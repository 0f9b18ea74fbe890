/** The last time that something could have been removed. */
export interface RetentionRun {
  /** ISO 8601, UTC. */
  at: string
  days: number
  removed: number
}
