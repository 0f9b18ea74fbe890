import type { GenerationPassage } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import type { ResultGroup } from './result-group.js'
import { type ComparableSentence, removeDates, splitComparable } from './split-comparable.js'

/** Share of a passage that may stand outside what it has in common with the one that stays for both. */
const maxOwnShare = 0.2
/** Sentences of fewer characters lead from no passage to another: many texts hold them. */
const minSharedSentence = 12

interface Kept {
  group: ResultGroup
  sentences: ComparableSentence[]
  /** In title and headings; made when first asked for. */
  numbers?: string
}

/**
 * Folds passages that say the same as a better one. Compared are whole sentences, so that a word, a number or a
 * negation that differs keeps two passages apart; docs/decisions/2026-11-22-result-quality.md has the measure against
 * character shingles.
 *
 * @param found best first
 * @returns in the same order, each passage in one group
 */
export function foldDuplicates(found: readonly RetrievedPassage[]): ResultGroup[] {
  const kept: Kept[] = []
  const bySentence = new Map<number, Kept[]>()
  for (const best of found) {
    const own: Kept = {
      group: { best, parts: [best.passage], duplicates: [...(best.alike ?? [])] },
      sentences: splitComparable(best.passage.text),
    }
    const links = chooseLinks(own.sentences)
    const others = new Set(links.flatMap((link) => bySentence.get(link) ?? []))
    const twin = [...others].find((other) => saysNothingNew(own, other))
    if (twin) {
      twin.group.duplicates.push(best.passage, ...(best.alike ?? []))
      continue
    }
    kept.push(own)
    for (const link of links) {
      const holders = bySentence.get(link)
      if (holders) holders.push(own)
      else bySentence.set(link, [own])
    }
  }
  return kept.map(({ group }) => group)
}

/** The sentences that lead to other passages: the long ones, or, in a text of short ones, all. */
function chooseLinks(sentences: readonly ComparableSentence[]): number[] {
  const long = sentences.filter(({ length }) => length >= minSharedSentence)
  return (long.length > 0 ? long : sentences).map(({ key }) => key)
}

function saysNothingNew(own: Kept, other: Kept): boolean {
  if (!addsNothing({ sentences: own.sentences, to: other.sentences })) return false
  own.numbers ??= findNumbers(own.group.best.passage)
  other.numbers ??= findNumbers(other.group.best.passage)
  return own.numbers === other.numbers
}

/** Numbers of title and headings but for dates: the same words under 2023年版 and 2024年版 say different things. */
function findNumbers({ title, headingPath }: GenerationPassage): string {
  return (
    removeDates(foldText([title, ...headingPath].join(' '))).match(/\d+|[〇一二三四五六七八九十百千]+/g) ?? []
  ).join()
}

/**
 * Both are windows on one text: a run of sentences that they share reaches, at either end, the end of one of them, and
 * what the first has outside it is little. So nothing in the one stands in the place of something else in the other.
 */
function addsNothing({
  sentences,
  to,
}: {
  sentences: readonly ComparableSentence[]
  to: readonly ComparableSentence[]
}): boolean {
  const total = sentences.reduce((sum, { length }) => sum + length, 0)
  for (let shift = 1 - sentences.length; shift < to.length; shift++) {
    const start = Math.max(0, -shift)
    const end = Math.min(sentences.length, to.length - shift)
    let shared = 0
    for (let at = start; at < end && sentences[at]?.key === to[at + shift]?.key; at++)
      shared += sentences[at]?.length ?? 0
    const overlap = sentences.slice(start, end).reduce((sum, { length }) => sum + length, 0)
    if (shared === overlap && total - shared <= maxOwnShare * total) return true
  }
  return false
}
