import type { RerankPassage } from '@shutten/core'

/** A passage as the one text that these services take: its title, its headings, then what it says. */
export function renderPassage(passage: RerankPassage): string {
  return [passage.title, passage.headingPath.join(' > '), passage.text].filter((part) => part.trim() !== '').join('\n')
}
