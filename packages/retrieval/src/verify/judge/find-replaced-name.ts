import type { Facts, FactTerm } from '../facts/read-facts.js'

const compound =
  /^(?<modifier>[\p{Script=Katakana}ー・]{2,}|[\p{Script=Latin}\d.-]{2,})(?<head>[\p{Script=Han}]{2,}|[\p{Script=Katakana}ー]{3,})$/u

/**
 * A compound of the answer of which the source has the head with another name in front: コサイン距離 for マハラノビス距離,
 * Apacheライセンス for MITライセンス. Null where there is none.
 */
export function findReplacedName(said: Facts, held: Facts, context: Facts): string | null {
  for (const term of said.terms) {
    const own = read(term)
    if (!own || held.folded.includes(own.modifier) || context.folded.includes(own.modifier)) continue
    const others = held.terms.map(read).filter((other) => other !== null && other.head === own.head)
    if (others.some((other) => other && !said.folded.includes(other.modifier))) return term.folded
  }
  return null
}

function read(term: FactTerm): { modifier: string; head: string } | null {
  const { modifier, head } = compound.exec(term.folded)?.groups ?? {}
  return modifier && head ? { modifier, head } : null
}
