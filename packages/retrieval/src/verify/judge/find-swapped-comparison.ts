import { foldText } from '@shutten/text'
import type { Facts } from '../facts/read-facts.js'

/** 雑談より, than the baseline: what something is compared with, as far as its clause goes. */
const standards = [
  /(?<standard>[^、。，,は]{1,40})より(?!前|後|以前|以上|以下)/gu,
  /\bthan (?<standard>[^,.;]{1,60})/giu,
]

/**
 * A comparison the wrong way round: what the answer compares with, the source compares, and the other way about. Null where
 * either compares nothing.
 */
export function findSwappedComparison(said: Facts, held: Facts): string | null {
  const [own, other] = [readStandard(said), readStandard(held)]
  if (!own || !other) return null
  const isSwapped =
    own.inside.some((term) => other.outside.includes(term)) &&
    other.inside.some((term) => own.outside.includes(term)) &&
    !own.inside.some((term) => other.inside.includes(term))
  return isSwapped ? (own.inside[0] ?? null) : null
}

function readStandard(facts: Facts): { inside: string[]; outside: string[] } | null {
  for (const pattern of standards)
    for (const match of facts.text.matchAll(pattern)) {
      const standard = foldText(match.groups?.standard ?? '')
      const inside = facts.terms
        .map(({ folded }) => folded)
        .filter((term) => term.length >= 2 && standard.includes(term))
      const outside = facts.terms.map(({ folded }) => folded).filter((term) => !inside.includes(term))
      if (inside.length > 0) return { inside, outside }
    }
  return null
}
