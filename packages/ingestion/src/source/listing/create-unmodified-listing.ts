import type { KnownItem, SourceListing, SourceValidators } from '@shutten/core'

/** The listing of a sitemap or feed of which the server says that it is what it was. */
export function createUnmodifiedListing(options: {
  known: readonly KnownItem[]
  validators: SourceValidators | null
}): SourceListing {
  return {
    items: [],
    gone: [],
    kept: [...options.known],
    isComplete: true,
    isUnmodified: true,
    failed: [],
    skipped: { excluded: 0, unsupported: 0, foreign: 0, unaddressed: 0 },
    validators: options.validators,
    retryAt: null,
  }
}
