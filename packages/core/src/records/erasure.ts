/** Takes away what records keep of a deleted document beside its versions. */
export interface ErasureRepository {
  /**
   * Texts and titles in finished jobs, what was held back at its addresses, what of it was excluded from search or edited, stored
   * answers that quote it or name it as near: in conversations, under links to them, in what readers said of them, and in
   * measurements; the evidence of golden questions that name it.
   * An answer that was under way and comes to be stored afterwards is withdrawn, too. A job that is still to be done keeps its
   * texts.
   */
  erase(options: {
    documentId: string
    uris: readonly string[]
    /** What the document says from now on, where it stays: what is excluded of that stays excluded, and its edits stay. */
    text?: string
  }): Promise<void>
  /** What is still kept of it. */
  count(options: { documentId: string; uris: readonly string[] }): Promise<{
    payloads: number
    /** Held back, excluded from search, or edited. */
    quarantine: number
    answers: number
  }>
}
