import type { HygieneFinding } from '../hygiene/hygiene-finding.js'
import type { HygieneKind } from '../hygiene/hygiene-policy.js'

/** `held`: nobody has looked at it yet. */
export type QuarantineStatus = 'held' | 'released' | 'rejected'

/** A document that hygiene kept out of the index, as it would have been stored: what is masked is masked here, too. */
export interface QuarantinedDocument {
  id: string
  uri: string
  title: string
  mediaType: string
  text: string
  /** sha256 (hex) of title and text: a decision holds for this very content. */
  textHash: string
  /** Their offsets point into title and text. */
  findings: HygieneFinding[]
  status: QuarantineStatus
  /** ISO 8601, UTC. */
  createdAt: string
  decidedAt: string | null
}

export interface QuarantineRepository {
  /** Keeps a document for a decision; of one address the newest content. A decision about the same content stays. */
  hold(
    document: Pick<QuarantinedDocument, 'uri' | 'title' | 'mediaType' | 'text' | 'textHash' | 'findings'>,
  ): Promise<void>
  isReleased(options: { uri: string; textHash: string }): Promise<boolean>
  /** Newest first, without their texts. */
  list(options?: {
    statuses?: readonly QuarantineStatus[]
    /** Of which something was found in it. */
    kind?: HygieneKind
    /** Part of its title or its address. */
    query?: string
    offset?: number
    limit?: number
  }): Promise<{ total: number; documents: Omit<QuarantinedDocument, 'text'>[] }>
  find(id: string): Promise<QuarantinedDocument | null>
  /** How many wait for a decision. */
  countHeld(): Promise<number>
  /**
   * Errors: DOCUMENT_NOT_FOUND; QUARANTINE_CHANGED where its content is no longer what was looked at.
   * @param options.textHash of the content that was looked at; whatever it holds now unless given
   */
  decide(
    id: string,
    status: 'released' | 'rejected',
    options?: { textHash?: string | undefined },
  ): Promise<QuarantinedDocument>
  /** Forgets what was held of an address, for it holds something else by now, or nothing. */
  drop(uri: string): Promise<void>
}
