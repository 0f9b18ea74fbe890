/** A stretch of a version's text that an editor wrote, in place of what the source says. */
export interface AppliedEdit {
  /** Of the edit, and its revision. */
  id: string
  revision: number
  /** Of what was written, in the version's text; UTF-16 code units. */
  start: number
  end: number
  /** What the source says. */
  original: string
  /** When it was written; ISO 8601, UTC. */
  at: string
}

/** The sentences of an edit that say another thing than the source, as whoever reads them is told: offsets into the document's stored text. */
export type ShownEdit = Pick<AppliedEdit, 'start' | 'end' | 'original' | 'at'>
