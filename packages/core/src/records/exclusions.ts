/**
 * A stretch of a document that no search may find. It is told by its words, not by an id: whatever passages the document is
 * cut into, now or later, those that hold any of it are left out, as long as the document says it.
 */
export interface PassageExclusion {
  id: string
  documentId: string
  /** Of the stored text, as it stood. */
  text: string
  /** Where it stood then, UTF-16 code units. */
  start: number
  /** Name of whoever excluded it. */
  by: string
  /** ISO 8601, UTC. */
  createdAt: string
}

export interface ExclusionRepository {
  /** Of the same words of a document there is one: that one is given again. Errors: INPUT_INVALID for no words. */
  exclude(options: Pick<PassageExclusion, 'documentId' | 'text' | 'start' | 'by'>): Promise<PassageExclusion>
  /** Lets searches find it again; does nothing where nothing is excluded under that id. */
  restore(id: string): Promise<void>
  /** Of a document, or of all; oldest first. */
  list(options?: { documentId?: string }): Promise<PassageExclusion[]>
  /** Another one with every change; cheap. */
  revision(): Promise<string>
}
