import type { HygienePolicy, LanguageModelConfiguration, RetentionRun, SettingsStore } from '@shutten/core'
import type { GuardPolicy } from '@shutten/retrieval'
import type { AnswerTrial, TriedAnswer } from './create-answering'
import type { PolicyFile } from './create-policy-file'
import type { FixedSettings } from './find-fixed-settings'

/** What the settings of the administration are kept in, and tried with. */
export interface Administration {
  stored: SettingsStore
  policies: { questions: PolicyFile<GuardPolicy>; documents: PolicyFile<HygienePolicy> }
  fixed: FixedSettings
  /** Least confidence of an answer, as it was calibrated. */
  defaultThreshold: number
  tryAnswer(trial: AnswerTrial): Promise<TriedAnswer>
  /** Sets the writer up, as far as that can be seen without asking it. Errors: CONFIGURATION_INVALID. */
  checkWriter(llm: LanguageModelConfiguration): Promise<void>
  findRetentionRun(): Promise<RetentionRun | null>
}
