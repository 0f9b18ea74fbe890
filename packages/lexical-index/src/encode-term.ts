import type { Term } from '@shutten/text'

const escapeMark = '\uE000'

/**
 * A term as a token that FTS5's `ascii` tokenizer leaves whole and unchanged: anything it would split or fold is escaped, reversibly,
 * so that no two terms become one. The first letter tells words from bigrams.
 */
export function encodeTerm({ term, kind }: Pick<Term, 'term' | 'kind'>): string {
  const encoded = term.replace(
    /[^a-z0-9\u0080-\u{10FFFF}]|[\p{Surrogate}\uE000]/gu,
    (character) => escapeMark + character.charCodeAt(0).toString(16).padStart(2, '0'),
  )
  return `${kind === 'word' ? 'w' : 'b'}${encoded}`
}
