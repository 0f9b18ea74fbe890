export interface JobProgress {
  phase: 'reading' | 'embedding' | 'building' | 'verifying' | 'measuring' | 'switching' | 'done'
  documents: { done: number; total: number }
  passages: { done: number; total: number }
  /** Golden questions put so far; absent where none are. */
  questions?: { done: number; total: number }
  /** `starved`: nothing to do until a source may be asked again. Absent in jobs of earlier versions. */
  state?: 'working' | 'starved'
  /** ISO 8601, UTC: until when it is starved. */
  starvedUntil?: string
  /** Host and port whose answer is waited for now. */
  fetchingFrom?: string
  /** Of the present phase, over the last half minute; absent until known. */
  passagesPerSecond?: number
  /** Of the present phase; absent until known. */
  secondsLeft?: number
  /** What it was worked on so far, all stretches together; absent in jobs of earlier versions. */
  seconds?: number
  /** ISO 8601, UTC: when something was last got done. */
  movedAt?: string
}
