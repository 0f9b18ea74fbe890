import type { SourceView } from '@shutten/ingestion/sources'
import type { SourceFields } from './read-source-form'

/** The fields of the form as a source fills them; those of a new one without `source`. */
export function toSourceFields(source: SourceView | null, kind: SourceView['kind'] = 'folder'): SourceFields {
  return {
    name: source?.name ?? '',
    kind: source?.kind ?? kind,
    location: source?.location ?? '',
    when: source ? (source.schedule ? 'cron' : 'manual') : 'default',
    cron: source?.schedule?.cron ?? '',
    timeZone: source?.schedule?.timeZone ?? '',
    include: source?.include.join('\n') ?? '',
    exclude: source?.exclude.join('\n') ?? '',
    language: source?.language ?? 'auto',
    tags: source?.tags.join('、') ?? '',
    allowedHosts: source?.allowedHosts.join('\n') ?? '',
    followedHosts: source?.followedHosts.join('\n') ?? '',
  }
}
