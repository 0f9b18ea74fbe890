import {
  isShuttenError,
  type SettingSection,
  type SettingSections,
  ShuttenError,
  settingSchemas,
  type WriterSettings,
} from '@shutten/core'
import type { z } from 'zod'
import type { ChangeNote } from '../audit/record-change'
import { parseInput } from '../http/parse-input'
import type { Administration } from './administration'
import { describeChanges } from './describe-changes'
import type { SettingsSection } from './describe-settings'
import type { saveSettingsSchema } from './settings-input'

/**
 * Saves a section that is still of the version that was seen. Says what was changed; never a key.
 * Errors: INPUT_INVALID, SETTINGS_CHANGED, SETTINGS_FIXED, DATA_FOLDER_UNWRITABLE, DISK_FULL.
 */
export async function saveSettings(options: {
  administration: Administration
  section: SettingsSection
  input: z.infer<typeof saveSettingsSchema>
  savedBy: string
}): Promise<ChangeNote> {
  const { administration, section, input, savedBy } = options
  const { stored, policies, fixed } = administration
  if (section === 'questions' || section === 'documents') {
    const before = await policies[section].read()
    const { values } = await policies[section].save(input)
    return { target: section, details: describeChanges(before.values, values) }
  }
  if (section === 'writer' && fixed.writer)
    throw new ShuttenError({
      code: 'SETTINGS_FIXED',
      message: 'The writer is set by SHUTTEN_LLM.',
      suggestion: 'Change or unset that environment variable, and start the server again.',
    })
  const values = parseSection(section, input.values)
  const key = section === 'writer' && input.key !== undefined ? { key: input.key } : {}
  if (section === 'writer') await assertUsable({ administration, values: values as WriterSettings, ...key })
  const before = await stored.read(section)
  const { version } = input
  await stored.save({ section, version, values, savedBy, ...key })
  const details = describeChanges(before.values, values)
  if ('key' in key) details.key = key.key === null ? 'removed' : 'replaced'
  return { target: section, details }
}

/** Errors: INPUT_INVALID. */
export function parseSection<Section extends SettingSection>(
  section: Section,
  input: unknown,
): SettingSections[Section] {
  return parseInput({ schema: settingSchemas[section], input, what: `section “${section}”` })
}

/** Errors: INPUT_INVALID, for a writer that cannot be set up, such as one without the key that it needs. */
async function assertUsable(options: {
  administration: Administration
  values: WriterSettings
  key?: string | null
}): Promise<void> {
  const { administration, ...writer } = options
  const { llm, problem } = await administration.stored.preview(writer)
  if (problem) throw problem
  if (!llm) return
  try {
    await administration.checkWriter(llm)
  } catch (error) {
    if (!isShuttenError(error) || error.code !== 'CONFIGURATION_INVALID') throw error
    const { message, suggestion } = error
    throw new ShuttenError({ code: 'SETTINGS_INVALID', message, suggestion, cause: error })
  }
}
