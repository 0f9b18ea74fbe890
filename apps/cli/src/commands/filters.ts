import { realpathSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSearchFilters, type SearchFilters } from '@shutten/core'
import type { Command } from 'commander'

export interface FilterOptions {
  document?: string[]
  source?: string[]
  lang?: string[]
  tag?: string[]
  from?: string
  until?: string
}

/** Each use of an option adds a value. */
export const collect = (value: string, values: string[] = []): string[] => [...values, value]

/** Lets a verb take filters. Values of one option are joined by or, options by and. */
export function addFilterOptions(command: Command): Command {
  return command
    .option('--document <id>', 'only this document; may be repeated', collect)
    .option('--source <place>', 'only below this folder, file or address; may be repeated', collect)
    .option('--lang <language>', 'only passages in this language, ja or en; may be repeated', collect)
    .option('--tag <tag>', 'only documents with this tag; may be repeated', collect)
    .option('--from <date>', 'only documents of this date (2026-03-31) and later')
    .option('--until <date>', 'only documents of this date and earlier')
}

/** Errors: FILTER_INVALID. */
export function readFilters(options: FilterOptions): SearchFilters | null {
  return parseSearchFilters({
    documents: options.document,
    sources: options.source?.map(toUri),
    languages: options.lang,
    tags: options.tag,
    from: options.from,
    until: options.until,
  })
}

/** A path as the address that its file is kept under; an address as it is. */
function toUri(place: string): string {
  if (place.trim() === '' || /^[a-z][a-z0-9+.-]+:/i.test(place)) return place
  const absolute = path.resolve(place)
  try {
    return pathToFileURL(realpathSync(absolute)).href
  } catch {
    // Its documents may still be there when it is not.
    return pathToFileURL(absolute).href
  }
}
