import type { Facts } from '../facts/read-facts.js'
import { countAnchors } from '../judge/measure-anchors.js'
import { measureCoverage } from '../judge/measure-coverage.js'
import type { VerificationSettings } from '../verification-settings.js'
import { isAcrossLanguages } from './is-across-languages.js'
import type { SourceText, Stretch } from './source-text.js'

export interface Candidate {
  source: SourceText
  stretch: Stretch
  isCited: boolean
  /** By words, or names and numbers, alone; higher first. */
  rank: number
}

/** What a sentence of a cited passage is ranked higher by: enough to go before an equal one, not before a better one. */
const citedBonus = 0.05
const neighbours = 2

/**
 * The sentences, and pairs of neighbouring sentences, that can hold a sentence of an answer, the likeliest first: by words
 * in the same language, by names and numbers across languages, where those of cited passages come first.
 */
export function chooseCandidates(options: {
  said: Facts
  sources: readonly SourceText[]
  cited: ReadonlySet<number>
  settings: VerificationSettings
}): Candidate[] {
  const { said, sources, cited, settings } = options
  const singles = sources.flatMap((source, i) =>
    source.sentences.map((stretch): Candidate => {
      const isCited = cited.has(i)
      return { source, stretch, isCited, rank: rankOf(said, stretch) + (isCited ? citedBonus : 0) }
    }),
  )
  const best = takeBest(singles, said, settings)
  const pairs = new Map<Stretch, Candidate>()
  for (const { source, stretch, isCited } of best.slice(0, neighbours))
    for (const first of [stretch.first - 1, stretch.first]) {
      const joined = first >= 0 ? source.join(first) : null
      if (joined && !pairs.has(joined))
        pairs.set(joined, { source, stretch: joined, isCited, rank: rankOf(said, joined) + (isCited ? citedBonus : 0) })
    }
  return [...best, ...[...pairs.values()].sort((a, b) => b.rank - a.rank)]
}

function takeBest(candidates: readonly Candidate[], said: Facts, settings: VerificationSettings): Candidate[] {
  const sorted = [...candidates].sort((a, b) => b.rank - a.rank)
  const isAcross = ({ stretch }: Candidate) => isAcrossLanguages(said, stretch)
  const same = sorted.filter((one) => !isAcross(one)).slice(0, settings.candidates)
  return [
    ...same,
    ...sorted.filter((one) => isAcross(one) && !isReference(one)).slice(0, settings.candidatesAcross),
  ].sort((a, b) => b.rank - a.rank)
}

const references =
  /^(?:出典|参考文献|参考資料|脚注|関連項目|外部リンク|sources?|references|bibliography|notes|external links|further reading)$/iu

/** Titles in another language are like anything: as evidence they would hold what nobody wrote. */
function isReference({ stretch }: Candidate): boolean {
  return references.test(stretch.passage.headingPath.at(-1)?.trim() ?? '')
}

function rankOf(said: Facts, stretch: Stretch): number {
  const { held, all } = countAnchors({ said, source: stretch })
  const anchors = all === 0 ? 0 : held / all
  if (isAcrossLanguages(said, stretch)) return anchors
  return measureCoverage({ said, source: stretch }) + 0.2 * anchors
}
