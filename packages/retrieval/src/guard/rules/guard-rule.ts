import type { GuardCategory } from '../guard-policy.js'

/** Tells whether a question asks for what its category names. */
export interface GuardRule {
  category: GuardCategory
  /**
   * `text` as `revealText` gives it. Standard lets through what asks about a matter (who, when, why, what the law says);
   * strict does not.
   */
  matches(text: string, options: { isStrict: boolean }): boolean
}
