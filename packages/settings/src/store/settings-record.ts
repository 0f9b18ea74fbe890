import { createHash } from 'node:crypto'
import { type SettingSection, type SettingSections, settingSchemas } from '@shutten/core'
import { z } from 'zod'

/** A section as the records hold it, in JSON. */
export interface SettingsRecord<Section extends SettingSection> {
  values: SettingSections[Section]
  savedAt: string | null
  savedBy: string | null
  /** Of the writer. */
  key: z.infer<typeof keySchema> | null
}

const keySchema = z.object({ sealed: z.string(), endsIn: z.string(), since: z.string() })
const recordSchema = z.object({
  values: z.unknown(),
  savedAt: z.string(),
  savedBy: z.string(),
  key: keySchema.nullable().default(null),
})

/** What is kept under a section; what holds until something is set where there is nothing, or nothing that this version knows. */
export function readRecord<Section extends SettingSection>(
  section: Section,
  text: string | null,
): SettingsRecord<Section> {
  const record = text === null ? null : recordSchema.safeParse(parseJson(text)).data
  const values = record && settingSchemas[section].safeParse(record.values).data
  if (values) return { ...record, values }
  return { values: settingSchemas[section].parse({}), savedAt: null, savedBy: null, key: null }
}

/** Names what was seen. */
export function toVersion(text: string | null): string {
  return text === null ? 'none' : createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 16)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
