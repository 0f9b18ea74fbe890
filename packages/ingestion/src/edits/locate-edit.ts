import type { PassageEdit } from '@shutten/core'
import { findOriginal } from './find-original.js'

/**
 * Where in a source's text the words of an edit's passage stand, as they stood; null where they do not any more, or where it cannot
 * be told which of several places is meant.
 */
export function locateEdit(options: {
  text: string
  edit: Pick<PassageEdit, 'original' | 'lead' | 'trail' | 'occurrence' | 'occurrences'>
}): number | null {
  const { text, edit } = options
  const { original, lead, trail } = edit
  const places = findOriginal({ text, original, lead, trail })
  return places.length === edit.occurrences ? (places[edit.occurrence] ?? null) : null
}
