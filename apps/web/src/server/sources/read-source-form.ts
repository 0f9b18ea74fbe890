/** The fields of the form of a source, as they stand in it. */
export const sourceFields = [
  'name',
  'kind',
  'location',
  'when',
  'cron',
  'timeZone',
  'include',
  'exclude',
  'language',
  'tags',
  'allowedHosts',
  'followedHosts',
] as const
export type SourceField = (typeof sourceFields)[number]
export type SourceFields = Record<SourceField, string>

export function readSourceFields(form: FormData): SourceFields {
  const read = (field: SourceField) => String(form.get(field) ?? '').slice(0, 20_000)
  return Object.fromEntries(sourceFields.map((field) => [field, read(field)])) as SourceFields
}

/** What the source manager takes. `isNew`: what is left empty takes its default. */
export function toSourceInput(options: { fields: SourceFields; isNew: boolean }): Record<string, unknown> {
  const { fields, isNew } = options
  const { name, kind, location, when, cron, timeZone, language } = fields
  return {
    ...(name.trim() !== '' && { name }),
    ...(isNew && { kind }),
    location,
    ...(when === 'manual' && { schedule: null }),
    ...(when === 'cron' && { schedule: { cron, ...(timeZone.trim() !== '' && { timeZone: timeZone.trim() }) } }),
    include: splitLines(fields.include),
    exclude: splitLines(fields.exclude),
    language: language === 'ja' || language === 'en' ? language : null,
    tags: fields.tags.split(/[,、，\n]/).flatMap((tag) => tag.trim() || []),
    allowedHosts: splitLines(fields.allowedHosts),
    followedHosts: splitLines(fields.followedHosts),
  }
}

function splitLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => line.trim() || [])
}
