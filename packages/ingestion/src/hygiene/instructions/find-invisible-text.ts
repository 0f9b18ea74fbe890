import type { FoundSpan } from '../found-span.js'

/** Flags of England, Scotland, Wales: a black flag, its letters as tags, the end tag (UTS 51). */
const flag = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{3,6}\u{e007f}/gu
const patterns: readonly RegExp[] = [
  /[\u{e0000}-\u{e007f}]+/gu,
  // One selector may follow a letter; three say something by themselves.
  /(?:[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]){3,}/gu,
  /[\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]{4,}/gu,
  /[\u202d\u202e][^\n\u202c]{0,2000}\u202c?/gu,
]
const hint = /\p{Default_Ignorable_Code_Point}/u

/** Runs that a model reads and a person does not see: tags, variation selectors, zero-width characters; turned text. */
export function findInvisibleText(text: string): FoundSpan[] {
  if (!hint.test(text)) return []
  const plain = text.replace(flag, (found) => ' '.repeat(found.length))
  return patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(
      ({ 0: run, index }): FoundSpan => ({
        start: index,
        end: index + run.length,
        rule: 'invisible-text',
        severity: 'high',
      }),
    ),
  )
}
