import type { SourceDefinition } from '@shutten/core'

/** What a source gives to its documents beside their content, as `KnownSourceItem.description` holds it. */
export function describeSource({ language, tags }: Pick<SourceDefinition, 'language' | 'tags'>): string {
  return JSON.stringify([language, [...new Set(tags)].sort()])
}
