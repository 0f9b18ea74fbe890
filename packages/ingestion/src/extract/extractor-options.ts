import type { Language } from '@shutten/core'
import type { UnpackBudget } from '../archive/create-unpack-budget.js'

/** What the reader of a binary format is given. */
export interface ExtractorOptions {
  bytes: Uint8Array
  uri: string
  /** Of this one document. */
  budget: UnpackBudget
  title?: string
  language?: Language
  tags?: readonly string[]
  signal?: AbortSignal
}
