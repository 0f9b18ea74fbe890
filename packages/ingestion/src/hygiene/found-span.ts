import type { HygieneFinding } from '@shutten/core'
import type { TextSpan } from '@shutten/text'

/** What a finder found: offsets into the text that it was given. */
export interface FoundSpan extends TextSpan {
  rule: string
  severity: HygieneFinding['severity']
}
