import type { NewPassageEdit } from '@shutten/core'
import { findOriginal } from './find-original.js'
import { readAround } from './read-around.js'

/** What an edit keeps of the place that it is made at: the words there, and how the same place is told again. */
export function describeOriginal(options: {
  /** Of the source. */
  text: string
  start: number
  end: number
}): Pick<NewPassageEdit, 'original' | 'start' | 'occurrence' | 'occurrences' | 'lead' | 'trail'> {
  const { text, start, end } = options
  const original = text.slice(start, end)
  const around = readAround({ text, start, end })
  const places = findOriginal({ text, original, ...around })
  return { original, start, occurrence: places.indexOf(start), occurrences: places.length, ...around }
}
