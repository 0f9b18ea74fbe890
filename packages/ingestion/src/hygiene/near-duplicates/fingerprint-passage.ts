import { createHash } from 'node:crypto'
import type { Passage } from '@shutten/core'
import { listWords } from './list-words.js'

/** Names the rules below; fingerprints of others are not compared. */
export const fingerprintVersion = 'words@1'

/**
 * What near-duplicates are told by, 22 characters: a hash of the words of title, headings and text, in order. Passages
 * with the same one differ in width, case, punctuation, spaces and polite endings only: every number, date, name, particle
 * and denial is the same.
 */
export function fingerprintPassage(passage: Pick<Passage, 'text' | 'title' | 'headingPath'>): string {
  const place = listWords(fold([passage.title, ...passage.headingPath].join('\n')))
  const folded = fold(passage.text)
  const words = listWords(folded)
  // A passage of punctuation alone is what it is.
  const identity = [...place, '', ...(words.length > 0 ? words : [folded])].join('\u0000')
  return createHash('sha256').update(identity).digest('base64url').slice(0, 22)
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
