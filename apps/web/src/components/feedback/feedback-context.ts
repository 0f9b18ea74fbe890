import type { FeedbackInput } from '@shutten/core'
import { createContext } from 'react'

export type FeedbackTarget = Pick<FeedbackInput, 'turnId' | 'citation'>

export interface FeedbackControls {
  find(target: FeedbackTarget): FeedbackInput | null
  /** Throws what the server answered. */
  save(feedback: FeedbackInput): Promise<void>
  remove(target: FeedbackTarget): Promise<void>
}

/** Null where no verdict can be given, as in a shared conversation. */
export const FeedbackContext = createContext<FeedbackControls | null>(null)
