import type { Passage } from '@shutten/core'
import { findFacts } from './find-facts.js'
import { createSignature } from './min-hash.js'
import { removeDatelines, removeDates } from './remove-datelines.js'

/** Of the rules below: fingerprints of another version are made anew. */
const version = 1
/** Fewer facts than this say too little: then every letter counts. */
const minFacts = 4

/**
 * What near-duplicates are found by, 200 ASCII characters to store with a passage: a hash of its facts, in order, under
 * its title and headings, and a MinHash signature of its letters. Two passages with the same hash hold the same numbers,
 * names, words and denials; how alike they are otherwise, the signature tells.
 */
export function fingerprintPassage(passage: Pick<Passage, 'text' | 'title' | 'headingPath'>): string {
  const folded = removeDatelines(fold(passage.text))
  const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
  const facts = findFacts(folded)
  const place = findFacts(removeDates(fold([passage.title, ...passage.headingPath].join('\n'))))
  const identity = [...place, '', ...(facts.length < minFacts ? [letters] : facts)].join('\u0000')
  return `${version}.${hash(identity)}.${Buffer.from(createSignature(letters)).toString('base64')}`
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** 64 bits, hexadecimal. */
function hash(text: string): string {
  let [high, low] = [0x9e3779b9, 0x85ebca6b]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    high ^= high >>> 13
    low = Math.imul(low + unit, 0x5bd1e995)
    low ^= low >>> 15
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
