import type { Facts } from '../facts/read-facts.js'
import type { Stretch } from '../source/source-text.js'

const exclusive = /のみ(?!ならず)|だけ(?!で(?:な|は))|に限[らりるっ]|しか|\b(?:only|exclusively|solely)\b/iu
const marked = /^(?:でも|にも|からも|までも|も|では|には|で|に)(?:(?![ぁ-ん])|(?=でき))/u

/** The source allows one thing alone (オンラインでのみ), and the answer says it of another that stands nowhere in it (紙でも). */
export function findExclusion({ said, source }: { said: Facts; source: Stretch }): string | null {
  const held = source.facts
  if (said.language !== 'ja' || held.language !== 'ja') return null
  if (!exclusive.test(held.text) || exclusive.test(said.text) || said.negations.length > 0) return null
  const around = `${held.folded}\n${source.context.facts.folded}`
  const other = said.terms.find(({ folded, end }) => marked.test(said.text.slice(end)) && !around.includes(folded))
  return other ? other.folded : null
}
