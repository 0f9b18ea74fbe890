import type { LanguageModelConfiguration } from '../configuration/parse-configuration.js'
import type { ShuttenError } from '../errors/shutten-error.js'
import type { SettingSection, SettingSections, StoredSettings } from './setting-sections.js'
import type { WriterSettings } from './writer-settings.js'

/** What may be said of a stored key. */
export interface StoredKey {
  /** Its last four characters; empty for a short one. */
  endsIn: string
  /** ISO 8601, UTC. */
  since: string
  /** False: the secret it was encrypted by is gone. */
  isReadable: boolean
}

/** What holds: what was set, and what the environment says on top of it. */
export interface EffectiveSettings {
  /** Null: answers are extractive. */
  llm: LanguageModelConfiguration | null
  /** Why the writer that was set is not in `llm`. */
  problem: ShuttenError | null
  threshold: number | null
  unsupportedSentences: 'drop' | 'mark'
  pages: SettingSections['languages']['pages']
  /** Changes when anything above does. */
  version: string
}

/** Settings in the records, with the writer's key encrypted. */
export interface SettingsStore {
  read<Section extends SettingSection>(section: Section): Promise<StoredSettings<SettingSections[Section]>>
  /**
   * Saves a section that is still of the version that was seen.
   * @param options.key of the writer: as it is where absent, unless it was for another provider or address; null removes it.
   * Errors: SETTINGS_CHANGED.
   */
  save<Section extends SettingSection>(options: {
    section: Section
    version: string
    values: SettingSections[Section]
    savedBy: string
    key?: string | null
  }): Promise<StoredSettings<SettingSections[Section]>>
  findKey(): Promise<StoredKey | null>
  /**
   * The writer that these values would make, saved or not.
   * @param options.key as for `save`
   */
  preview(options: { values: WriterSettings; key?: string | null }): Promise<Pick<EffectiveSettings, 'llm' | 'problem'>>
  resolve(): Promise<EffectiveSettings>
}
