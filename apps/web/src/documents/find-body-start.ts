import type { StoredDocument } from '@shutten/core'

/** Where the text begins below a first heading that only repeats the title; 0 when there is none. */
export function findBodyStart(document: Pick<StoredDocument, 'title' | 'text' | 'blocks'>): number {
  const [first] = document.blocks
  if (first?.kind !== 'heading') return 0
  const before = document.text.slice(0, first.start).trim()
  const heading = document.text.slice(first.start, first.end).trim()
  return before === '' && heading === document.title.trim() ? first.end : 0
}
