import type { FetchEvent } from '../web/fetch-event.js'

/** Why a listing passes something over. `outside`: a link that leads out of its folder. */
export type PassedOverReason = 'excluded' | 'unsupported' | 'outside' | 'foreign' | 'unaddressed'

export interface PassedOver {
  /** As the source names it; empty for an entry without an address. */
  uri: string
  reason: PassedOverReason
  /** The pattern that leaves it out; null where no pattern lets it in, and for any other reason. */
  pattern: string | null
}

/** Who watches a listing: told what it comes by, without bearing on it. */
export interface ListingObserver {
  onEvent?(event: FetchEvent): void
  onPassedOver?(item: PassedOver): void
}

/** How far a listing goes that is made to be looked at; what is beyond leaves it incomplete. */
export interface ListingBounds {
  /** Sitemaps of an index. */
  maxSitemaps?: number
  /** Files of a folder, whatever their kind. */
  maxFiles?: number
}
