import { findAntonym } from '../facts/find-antonym.js'
import type { Facts, FactTerm } from '../facts/read-facts.js'
import { quasiNegative } from './quasi-negative.js'
import { splitClauses } from './split-clauses.js'

interface Clause {
  text: string
  denies: boolean
  terms: string[]
}

const topical = /^(?:さん|氏|様)?(?:(?:に|で|と|から)?は|(?:に|で|から)?も)(?![ぁ-ん])/u
const marked = /^(?:さん|氏|様)?(?:には|では|とは|からは|にも|は|が|も|に|で)(?![ぁ-ん])/u

/**
 * Where a source says of one thing what it denies of another (大阪にはないが、東京にはある): whether the clause that is about the
 * answer's subject agrees with the answer. Null where no such clause can be told, and for an answer of several clauses.
 */
export function compareOwnClause(said: Facts, held: Facts): 'agrees' | 'differs' | null {
  if (said.language !== held.language || splitClauses(said.text).length !== 1) return null
  const spans = splitClauses(held.text)
  if (spans.length < 2) return null
  const clauses = spans.map(
    ({ start, end }): Clause => ({
      text: held.text.slice(start, end),
      denies: held.negations.some((negation) => negation.start >= start && negation.start < end),
      terms: held.terms.filter((term) => term.start >= start && term.end <= end).map(({ folded }) => folded),
    }),
  )
  const subjects = said.terms.filter(
    ({ folded, end }) =>
      clauses.filter(({ terms }) => terms.includes(folded)).length === 1 &&
      (said.language === 'en' || marked.test(said.text.slice(end))),
  )
  // 食堂は第一ビルにあり、第二ビルにはない is about 食堂 to its end.
  const first = clauses[0]
  const isWhole = ({ folded }: FactTerm) =>
    held.terms.some((term) => term.folded === folded && /^は/u.test(held.text.slice(term.end))) &&
    first?.terms.includes(folded)
  const narrow = subjects.filter((subject) => !isWhole(subject))
  const topics = narrow.filter(({ end }) => topical.test(said.text.slice(end)))
  const deciding =
    said.language === 'en' ? subjects.slice(0, 1) : ([topics, narrow].find(({ length }) => length > 0) ?? subjects)
  const verdicts = deciding.flatMap(({ folded }) => {
    const own = clauses.find(({ terms }) => terms.includes(folded))
    return own ? [compareWith(own)] : []
  })
  return verdicts.find((verdict) => verdict === 'differs') ?? verdicts.find((verdict) => verdict !== null) ?? null

  function compareWith(own: Clause): 'agrees' | 'differs' | null {
    if (findAntonym({ said: said.text, held: own.text })) return 'differs'
    const denies = said.negations.length > 0
    const isOpposed = clauses.some((other) => other !== own && other.denies !== own.denies)
    if (!isOpposed || quasiNegative.test(said.text) || quasiNegative.test(own.text)) return null
    return own.denies === denies ? 'agrees' : 'differs'
  }
}
