import type { Language } from '@shutten/core'
import { parse } from 'yaml'
import { parsePublishedDate } from './parse-published-date.js'

export interface FrontMatter {
  title?: string
  language?: Language
  tags?: string[]
  /** ISO 8601, UTC. */
  publishedAt?: string
}

const publishedKeys = ['published', 'publishedAt', 'published_at', 'publishDate', 'datePublished', 'pubDate', 'date']

/**
 * What Shutten takes from YAML front matter: `title`, `lang` (or `language`), `tags` (a list, or words between commas),
 * and when it was published (`published`, `date` and their relatives).
 */
export function readFrontMatter(yaml: string): FrontMatter {
  let values: unknown
  try {
    values = parse(yaml, { maxAliasCount: 20 })
  } catch {
    // Front matter that is no YAML costs its metadata, never the document.
    return {}
  }
  if (typeof values !== 'object' || values === null) return {}
  const { title, lang, language, tags } = values as Record<string, unknown>
  const found: FrontMatter = {}
  if ((typeof title === 'string' || typeof title === 'number') && String(title).trim())
    found.title = String(title).trim()
  const code = String(lang ?? language ?? '').toLowerCase()
  if (/^(?:ja|jp)\b/.test(code)) found.language = 'ja'
  else if (/^en\b/.test(code)) found.language = 'en'
  const list = Array.isArray(tags) ? tags : typeof tags === 'string' ? tags.split(/[,、]/) : []
  const names = list
    .filter((tag) => typeof tag === 'string' || typeof tag === 'number')
    .map((tag) => String(tag).trim())
  if (names.some(Boolean)) found.tags = names.filter(Boolean)
  for (const key of publishedKeys)
    found.publishedAt ??= parsePublishedDate((values as Record<string, unknown>)[key]) ?? undefined
  return found
}
