import type { Language } from '../language/language.js'
import type { HygieneAction, HygieneKind } from './hygiene-policy.js'

/** Something in a document that a policy masks or quarantines. It repeats no word of the document. */
export interface HygieneFinding {
  kind: HygieneKind
  /** Stable, kebab-case: which rule found it. */
  rule: string
  severity: 'low' | 'medium' | 'high'
  /** What the policy does about it. */
  action: Exclude<HygieneAction, 'allow'>
  /** Where it stands: in the stored text, or in the title. */
  field: 'text' | 'title'
  /** UTF-16 code units into that field, end exclusive. */
  start: number
  end: number
  /** For an administrator. */
  reason: Record<Language, string>
}
