/** What an editor wrote in place of a passage's words. It holds for as long as the source says those words. */
export interface PassageEdit {
  id: string
  documentId: string
  /** From 1; another one with every change. */
  revision: number
  /** What the source says, as it stood. */
  original: string
  /** Where it stood then in the source's text, UTF-16 code units. */
  start: number
  /** Of places with these words, the number of this one from 0, and how many there were. */
  occurrence: number
  occurrences: number
  /** What stood in the same sentence right before and behind it; empty where it begins and ends with a sentence. */
  lead: string
  trail: string
  /** What is told in its place. */
  text: string
  /** Name of whoever wrote it. */
  by: string
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
}

export type NewPassageEdit = Omit<PassageEdit, 'id' | 'revision' | 'createdAt' | 'updatedAt'>

/** An edit as a version that serves has it. */
export interface ServingEdit {
  documentId: string
  id: string
  revision: number
}

export interface PassageEditRepository {
  /** Of a document, or of all; in the order of their places. */
  list(options?: { documentId?: string }): Promise<PassageEdit[]>
  /**
   * Writes an edit in place of those that it was made over.
   *
   * @param options.base the edits that whoever writes has seen there, and that go: those are the only ones there may be
   *   of `ids`
   * Errors: EDIT_CHANGED when one of them has changed since, or is gone; INPUT_INVALID for no words.
   */
  save(options: { edit: NewPassageEdit; base: readonly { id: string; revision: number }[] }): Promise<PassageEdit>
  /** Errors: EDIT_CHANGED when it has changed since it was seen; does nothing where there is none. */
  remove(options: { id: string; revision?: number }): Promise<PassageEdit | null>
  /** Writes what is masked in a document into its edits. */
  mask(options: { documentId: string; mask: (words: string) => string }): Promise<void>
  /** Of all documents, last written first; `isServing` narrows it to those that are in what serves, or are not. */
  listLatest(options?: {
    isServing?: boolean
    offset?: number
    limit?: number
  }): Promise<{ total: number; edits: PassageEdit[] }>
  /** What serves with edits. */
  listServing(): Promise<ServingEdit[]>
  /** Of all edits, how many there are, and how many are not in what serves: they wait, or need a look. */
  count(): Promise<{ total: number; notServing: number }>
}
