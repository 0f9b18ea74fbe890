import type { FeedbackReason } from '@shutten/core'

/** As core has them; written out so that the page need not carry what checks them. A test holds the two together. */
export const reasons: readonly FeedbackReason[] = [
  'wrong',
  'not-supported',
  'incomplete',
  'outdated',
  'should-not-have-answered',
]

/** Characters of the longest comment. */
export const maxComment = 2_000
