import { diffArrays } from 'diff'
import { splitWords } from './split-words'

/** A stretch that two texts have in common, or that only one of them has. */
export interface WordChange {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** What makes one text of another, word by word, in the order of reading. */
export function diffWords({ before, after }: { before: string; after: string }): WordChange[] {
  return diffArrays(splitWords(before), splitWords(after)).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }))
}
