import type { IndexContents } from '../file/index-contents.js'
import { countEntries } from './count-entries.js'
import { editDistance } from './edit-distance.js'
import { findFirst } from './find-term.js'

export interface NearWord {
  number: number
  /** How much of the unknown word it stands for, 0 to 1. */
  weight: number
}

/** Only these are mistyped or left unfinished: of kanji one makes another word, of digits another number. */
const letters = /^(?:[\p{Script=Latin}\p{M}]{3,}|[\p{Script=Katakana}ー]{3,})$/u
const lettersForOneEdit = 4
const lettersForTwoEdits = 8
const mostWords = 4
const weightOfEdits = [0, 0.8, 0.5]
const weightOfPrefix = 0.5

/**
 * Words of the index that a word unknown to it may be meant for: one or two typing errors away, with the same first letter, or with
 * the word at their beginning. The nearest ones, of equally near ones those that most entries hold.
 */
export function findNearWords({ contents, word }: { contents: IndexContents; word: string }): NearWord[] {
  if (!letters.test(word)) return []
  const edits = word.length >= lettersForTwoEdits ? 2 : word.length >= lettersForOneEdit ? 1 : 0
  const units = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at))
  const first = units[0] as number
  const found: NearWord[] = []
  const { termStarts, text } = contents
  for (
    let number = findFirst({ contents, term: word.charAt(0), kind: 'word' });
    number < contents.words && text[termStarts[number] as number] === first;
    number++
  ) {
    const start = termStarts[number] as number
    const end = termStarts[number + 1] as number
    if (end - start < units.length - edits) continue
    if (startsWith({ text, start, end, units })) found.push({ number, weight: weightOfPrefix })
    else if (edits > 0 && end - start <= units.length + edits) {
      const distance = editDistance({ a: units, b: text.subarray(start, end), most: edits })
      if (distance !== null) found.push({ number, weight: weightOfEdits[distance] as number })
    }
  }
  return found
    .map((near) => ({ ...near, held: countEntries({ contents, number: near.number }) }))
    .sort((a, b) => b.weight - a.weight || b.held - a.held || a.number - b.number)
    .slice(0, mostWords)
}

function startsWith({
  text,
  start,
  end,
  units,
}: {
  text: Uint16Array
  start: number
  end: number
  units: Uint16Array
}): boolean {
  if (end - start < units.length) return false
  for (let at = 0; at < units.length; at++) if (text[start + at] !== units[at]) return false
  return true
}
