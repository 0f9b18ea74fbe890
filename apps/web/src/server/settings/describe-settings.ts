import type {
  AnswerSettings,
  ConversationSettings,
  ErrorBody,
  HygienePolicy,
  LanguageSettings,
  RetentionRun,
  StoredKey,
  StoredSettings,
  WriterSettings,
} from '@shutten/core'
import type { GuardPolicy } from '@shutten/retrieval'
import type { Administration } from './administration'
import type { FixedSettings } from './find-fixed-settings'

/** All settings, as the administration shows them. No key is in it. */
export interface SettingsView {
  writer: StoredSettings<WriterSettings> & { key: StoredKey | null }
  answers: StoredSettings<AnswerSettings> & { defaultThreshold: number }
  questions: StoredSettings<GuardPolicy> & { problem: ErrorBody | null }
  documents: StoredSettings<HygienePolicy> & { problem: ErrorBody | null }
  conversations: StoredSettings<ConversationSettings> & { lastRun: RetentionRun | null }
  languages: StoredSettings<LanguageSettings>
  fixed: FixedSettings
}
export type SettingsSection = Exclude<keyof SettingsView, 'fixed'>
export const settingsSections = ['writer', 'answers', 'questions', 'documents', 'conversations', 'languages'] as const

export async function describeSettings(administration: Administration): Promise<SettingsView> {
  const { stored, policies, fixed, defaultThreshold } = administration
  const [writer, key, answers, questions, documents, conversations, lastRun, languages] = await Promise.all([
    stored.read('writer'),
    stored.findKey(),
    stored.read('answers'),
    policies.questions.read(),
    policies.documents.read(),
    stored.read('conversations'),
    administration.findRetentionRun(),
    stored.read('languages'),
  ])
  return {
    writer: { ...writer, key },
    answers: { ...answers, defaultThreshold },
    questions,
    documents,
    conversations: { ...conversations, lastRun },
    languages,
    fixed,
  }
}
