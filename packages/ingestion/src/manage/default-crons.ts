import type { SourceKind } from '@shutten/core'

/** When a source is visited of which nothing else is said: what changes often is looked at often. */
export const defaultCrons: Record<Exclude<SourceKind, 'upload'>, string> = {
  folder: '*/5 * * * *',
  feed: '0 * * * *',
  sitemap: '0 4 * * *',
  url: '0 4 * * *',
}
