import type { ItemFailure, SkippedItems } from '@shutten/core'

/** What a run has staged, beside its items. */
export interface StagedRun {
  /** Failures that belong to no item. */
  failures: ItemFailure[]
  /** Documents that are what they were, beyond the items that say so. */
  unchanged?: number
  skipped?: SkippedItems
  /** Writes down what is true once the new generation serves. */
  commit?: () => Promise<void>
}
