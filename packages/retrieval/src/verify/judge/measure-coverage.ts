import type { Facts, FactTerm } from '../facts/read-facts.js'
import type { Stretch } from '../source/source-text.js'

/** Stems that say little by themselves: use, do, have, be. */
const lightStems =
  /^(?:使|用|行|持|言|見|示|得|出|入|上|下|中|受|取|成|含|為|際|的|等|れ|つ|use|used|using|uses|make|makes|made|include|includes|including|known|called|one|also|together|jointly|model|モデル)$/iu
/** Letters from which two English words with the same beginning are forms of one (publish, published). */
const stemLength = 5

/** Share of a sentence's content words, by weight, that a stretch of a source or what it stands under holds; 0 to 1. */
export function measureCoverage(options: { said: Facts; source: Pick<Stretch, 'facts' | 'context'> }): number {
  const { said, source } = options
  let total = 0
  let held = 0
  for (const term of said.terms) {
    const weight = weightOf(term)
    total += weight
    held += weight * Math.max(shareHeld(term, source.facts), shareHeld(term, source.context.facts))
  }
  return total === 0 ? 0 : held / total
}

function weightOf({ folded }: FactTerm): number {
  if (lightStems.test(folded)) return 0.2
  return folded.length === 1 ? 0.5 : Math.min(Math.sqrt(folded.length), 3)
}

function shareHeld(term: FactTerm, held: Facts): number {
  if (held.folded.includes(term.folded)) return 1
  const share = (parts: readonly string[], has: (part: string) => boolean) =>
    parts.length === 0 ? 0 : parts.filter(has).length / parts.length
  return Math.max(
    share(term.bigrams, (part) => held.vocabulary.has(part)),
    share(term.words, (part) => held.vocabulary.has(part) || hasForm(held, part)),
  )
}

function hasForm(held: Facts, word: string): boolean {
  if (word.length < stemLength || !/^[a-z]+$/.test(word)) return false
  const stem = word.slice(0, Math.max(stemLength, word.length - 3))
  for (const other of held.vocabulary)
    if (other.startsWith(stem) && Math.abs(other.length - word.length) <= 4) return true
  return false
}
