import { contentTerms, foldText, type TextSpan } from '@shutten/text'
import { compareDate, compareNumber } from '../facts/compare-numbers.js'
import type { Facts } from '../facts/read-facts.js'
import type { Stretch } from './source-text.js'

/** Share of a quote that is set apart at most: what is all set apart tells nothing. */
const mostHighlighted = 0.5
const mostWords = 4

/**
 * The words of a quote that decide: its numbers and dates that the sentence says too, then names, then other words they
 * share; what the question already held is left out while anything else is there. Offsets into the passage's text.
 */
export function findHighlights(options: { said: Facts; stretch: Stretch; question?: string }): TextSpan[] {
  const { said, stretch } = options
  const { facts } = stretch
  const asked = foldText([options.question ?? '', stretch.passage.title].join('\n'))
  const isAsked = ({ start, end }: TextSpan) => asked.includes(foldText(facts.text.slice(start, end)))
  const saidNames = new Set(said.names.map(({ key }) => key))
  const numbers = [
    ...facts.numbers.numbers.filter((held) => compareNumber(held, said.numbers) !== 'differs'),
    ...facts.numbers.dates.filter((held) => compareDate(held, said.numbers) !== 'differs' || isPartOf(held, said)),
  ]
  const names = facts.names.filter(({ key }) => saidNames.has(key))
  const words = contentTerms(facts.text).filter(
    (term) => term.end - term.start >= 2 && said.folded.includes(foldText(facts.text.slice(term.start, term.end))),
  )
  const chosen = [numbers, names, words].map((spans) => spans.filter((span) => !isAsked(span)))
  const [decidingNumbers = [], decidingNames = [], decidingWords = []] = chosen
  const deciding = [
    ...decidingNumbers,
    ...decidingNames,
    ...(decidingNumbers.length > 0 ? [] : decidingWords.slice(0, mostWords)),
  ]
  const all = deciding.length > 0 ? deciding : [...numbers, ...names]
  return limit(all, facts.text.length).map(({ start, end }) => ({
    start: stretch.start + start,
    end: stretch.start + end,
  }))
}

/** The sentence says 2018年 of 2018年10月. */
function isPartOf(held: Facts['numbers']['dates'][number], said: Facts): boolean {
  return said.numbers.dates.some((date) =>
    (['year', 'month', 'day'] as const).every((part) => date[part] === null || date[part] === held[part]),
  )
}

/** The first that fit, none over another, in order of the text. */
function limit(spans: readonly TextSpan[], length: number): TextSpan[] {
  const kept: TextSpan[] = []
  let total = 0
  for (const span of spans) {
    const size = span.end - span.start
    if (total + size > length * mostHighlighted && kept.length > 0) continue
    if (size >= length || kept.some((other) => other.start < span.end && span.start < other.end)) continue
    kept.push(span)
    total += size
  }
  return kept.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start)
}
