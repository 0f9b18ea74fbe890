import { z } from 'zod'
import { type WriterSettings, writerSettingsSchema } from './writer-settings.js'

const answerSettingsSchema = z.strictObject({
  /** Least confidence at which an answer is given, 0 to 1; null: as it was calibrated. */
  threshold: z.number().min(0.05).max(0.95).nullable().default(null),
  /** What becomes of a written sentence that no passage holds: left out, or shown and marked. */
  unsupportedSentences: z.enum(['drop', 'mark']).default('drop'),
})
export type AnswerSettings = z.infer<typeof answerSettingsSchema>

const conversationSettingsSchema = z.strictObject({
  /** Days after its last question that a conversation is removed; null: it is kept. */
  retentionDays: z.number().int().min(1).max(3_650).nullable().default(null),
})
export type ConversationSettings = z.infer<typeof conversationSettingsSchema>

const languageSettingsSchema = z.strictObject({
  /** Of the pages, for who has not chosen one: what the browser asks for, or always this one. */
  pages: z.enum(['browser', 'ja', 'en']).default('browser'),
})
export type LanguageSettings = z.infer<typeof languageSettingsSchema>

/** What an administrator can set, by section; each is saved by itself. */
export interface SettingSections {
  writer: WriterSettings
  answers: AnswerSettings
  conversations: ConversationSettings
  languages: LanguageSettings
}
export type SettingSection = keyof SettingSections

/** Each takes `{}` for what holds until something is set. */
export const settingSchemas: { [Section in SettingSection]: z.ZodType<SettingSections[Section]> } = {
  writer: writerSettingsSchema,
  answers: answerSettingsSchema,
  conversations: conversationSettingsSchema,
  languages: languageSettingsSchema,
}

/** A section as it is kept. */
export interface StoredSettings<Values> {
  /** Another one after every change. */
  version: string
  values: Values
  /** ISO 8601, UTC; null as long as nothing was set. */
  savedAt: string | null
  /** By the name of then. */
  savedBy: string | null
}
