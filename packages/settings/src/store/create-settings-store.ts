import {
  type Configuration,
  type SettingSection,
  type SettingSections,
  type SettingsRepository,
  type SettingsStore,
  ShuttenError,
  type StoredSettings,
  settingSchemas,
  type WriterSettings,
} from '@shutten/core'
import type { SecretBox } from '../secrets/create-secret-box.js'
import { readRecord, type SettingsRecord, toVersion } from './settings-record.js'
import { toLanguageModel } from './to-language-model.js'

/** The writer's key and what it is for: never sent to another address than the one it was entered for. */
type KeyPlace = Pick<WriterSettings, 'provider' | 'baseUrl'>

const toName = (section: SettingSection) => `settings.${section}`
const toContext = ({ provider, baseUrl }: KeyPlace) => `writer ${provider} ${baseUrl ?? ''}`
const isSamePlace = (a: KeyPlace, b: KeyPlace) => toContext(a) === toContext(b)
/** Of shorter keys four characters would tell too much. */
const shortKey = 16

/** Settings in the records, read anew each time: whoever changes them, in whatever process, is heeded at once. */
export function createSettingsStore(options: {
  settings: SettingsRepository
  secrets: SecretBox
  environment: Pick<Configuration, 'llm' | 'unsupportedSentences'>
  clock?: () => Date
}): SettingsStore {
  const { settings, secrets, environment, clock = () => new Date() } = options

  const toStored = <Section extends SettingSection>(
    text: string | null,
    { values, savedAt, savedBy }: SettingsRecord<Section>,
  ): StoredSettings<SettingSections[Section]> => ({ version: toVersion(text), values, savedAt, savedBy })

  async function open(record: SettingsRecord<'writer'>): Promise<string | null> {
    const { key, values } = record
    return key ? secrets.open({ sealed: key.sealed, context: toContext(values) }) : null
  }

  async function toKey(
    record: SettingsRecord<'writer'>,
    values: WriterSettings,
    key: string | null | undefined,
  ): Promise<SettingsRecord<'writer'>['key']> {
    if (key === undefined) return isSamePlace(record.values, values) ? record.key : null
    if (key === null) return null
    const sealed = await secrets.seal({ text: key, context: toContext(values) })
    return { sealed, endsIn: key.length < shortKey ? '' : key.slice(-4), since: clock().toISOString() }
  }

  const readWriter = async () => readRecord('writer', await settings.find(toName('writer')))

  return {
    async read(section) {
      const text = await settings.find(toName(section))
      return toStored(text, readRecord(section, text))
    },
    async save({ section, version, values, savedBy, key }) {
      const before = await settings.find(toName(section))
      if (toVersion(before) !== version) throw changed()
      const parsed = settingSchemas[section].parse(values) as SettingSections[typeof section]
      const next: SettingsRecord<typeof section> = {
        values: parsed,
        savedAt: clock().toISOString(),
        savedBy,
        key:
          section === 'writer'
            ? await toKey(readRecord('writer', before), parsed as unknown as WriterSettings, key)
            : null,
      }
      const text = JSON.stringify(next)
      if (!(await settings.replace({ key: toName(section), before, value: text }))) throw changed()
      return toStored(text, next)
    },
    async findKey() {
      const record = await readWriter()
      if (!record.key) return null
      const isReadable = await open(record).then(
        () => true,
        () => false,
      )
      const { endsIn, since } = record.key
      return { endsIn, since, isReadable }
    },
    async preview({ values, key }) {
      const record = await readWriter()
      const openKey = async () =>
        key === undefined && isSamePlace(record.values, values) ? open(record) : (key ?? null)
      return toLanguageModel({ settings: values, openKey })
    },
    async resolve() {
      const sections = ['writer', 'answers', 'languages'] as const
      const texts = await settings.findMany(sections.map(toName))
      const text = (section: SettingSection) => texts.get(toName(section)) ?? null
      const [writer, answers, languages] = [
        readRecord('writer', text('writer')),
        readRecord('answers', text('answers')),
        readRecord('languages', text('languages')),
      ]
      const { llm, problem } =
        environment.llm === null
          ? await toLanguageModel({ settings: writer.values, openKey: () => open(writer) })
          : { llm: environment.llm === 'none' ? null : environment.llm, problem: null }
      return {
        llm,
        problem,
        threshold: answers.values.threshold,
        unsupportedSentences: environment.unsupportedSentences ?? answers.values.unsupportedSentences,
        pages: languages.values.pages,
        version: toVersion(JSON.stringify([...sections.map(text), problem?.message])),
      }
    },
  }
}

function changed(): ShuttenError {
  return new ShuttenError({
    code: 'SETTINGS_CHANGED',
    message: 'Somebody else has changed these settings meanwhile.',
    suggestion: 'Look at what they are now, and save again.',
  })
}
