import type { ExtractedDocument } from '@shutten/core'
import type { TextSpan } from '@shutten/text'
import type { FoundSpan } from '../found-span.js'
import { createMentionCheck } from './create-mention-check.js'
import { findEncodedText } from './find-encoded-text.js'
import { findInvisibleText } from './find-invisible-text.js'
import { findSentence } from './find-sentence.js'
import { findSigns, type Sign } from './find-signs.js'
import { readDisguised } from './read-disguised.js'

/** Weak signs speak together within this many UTF-16 code units. */
const reach = 240

/**
 * What speaks to the model that reads a document: commands to it, imitations of its turns, invisible and encoded text.
 * Sentences that tell of such text, by quotation, as an example or as what attackers write, are left out.
 */
export function findInstructions(document: Pick<ExtractedDocument, 'title' | 'text' | 'blocks'>): FoundSpan[] {
  const { text } = document
  const invisible = findInvisibleText(text)
  const { reading, toSource } = readDisguised(text)
  const isMention = createMentionCheck({ document, reading, toSource })
  const signs = findSigns(reading).filter((sign) => !isMention(sign))
  const strong = signs.filter(({ strength }) => strength === 'strong')
  const found: FoundSpan[] = strong.map(({ rule, start, end }) => ({
    ...widen({ start, end }),
    rule,
    severity: 'high',
  }))
  for (const [first, second] of findPairs(signs.filter(({ strength }) => strength === 'weak'))) {
    const span = widen({ start: first.start, end: Math.max(first.end, second.end) })
    found.push({ ...span, rule: first.rule, severity: 'medium' })
  }
  for (const { start, end, decoded } of findEncodedText(reading))
    if (findSigns(decoded).some(({ strength }) => strength === 'strong'))
      found.push({ start: toSource(start), end: toSource(end), rule: 'encoded-instruction', severity: 'high' })
  return [...invisible, ...joinOverlaps(found)]

  /** The sentences that hold it, in the document's own text. */
  function widen({ start, end }: TextSpan): TextSpan {
    const from = findSentence(reading, start).start
    const to = findSentence(reading, Math.max(start, end - 1)).end
    // Characters that show nothing and stand at an end belong to what is next to them.
    return { start: toSource(from), end: to === reading.length ? text.length : toSource(to - 1) + 1 }
  }
}

/** Weak signs of different rules near each other, or of patterns of one rule beside each other; each in one pair. */
function findPairs(signs: readonly Sign[]): [Sign, Sign][] {
  const pairs: [Sign, Sign][] = []
  let at = 0
  while (at < signs.length - 1) {
    const first = signs[at] as Sign
    const next = signs
      .slice(at + 1)
      .find(
        ({ start, rule, pattern }) =>
          start - first.end <= reach && (rule !== first.rule || (pattern !== first.pattern && start >= first.end)),
      )
    if (next) pairs.push([first, next])
    at = next ? signs.indexOf(next) + 1 : at + 1
  }
  return pairs
}

/** One finding where several rules found the same sentence: the first, which is the gravest. */
function joinOverlaps(found: readonly FoundSpan[]): FoundSpan[] {
  const joined: FoundSpan[] = []
  for (const span of found) {
    const other = joined.find(({ start, end }) => span.start < end && span.end > start)
    if (!other) joined.push({ ...span })
    else {
      other.start = Math.min(other.start, span.start)
      other.end = Math.max(other.end, span.end)
    }
  }
  return joined
}
