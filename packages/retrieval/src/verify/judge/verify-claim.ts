import type { Support } from '@shutten/core'
import type { TextSpan } from '@shutten/text'
import { type Facts, readFacts } from '../facts/read-facts.js'
import { type Candidate, chooseCandidates } from '../source/choose-candidates.js'
import type { SourceText, Stretch } from '../source/source-text.js'
import type { VerificationSettings } from '../verification-settings.js'
import { type Comparison, compareClaim } from './compare-claim.js'
import type { Cosines } from './create-cosines.js'
import { type Judgement, judgeSupport } from './judge-support.js'
import { countAnchors } from './measure-anchors.js'
import { splitClauses } from './split-clauses.js'

export interface VerifiedClaim {
  support: Support
  score: number
  /** What holds it, best first; empty where nothing does. */
  evidence: { stretch: Stretch; said: Facts; score: number }[]
}

interface Judged extends Judgement {
  candidate: Candidate
  comparison: Comparison
}

/** Below this coverage a stretch of the same language is not worth embedding. */
const leastCoverage = 0.3
/** A part of a sentence that is checked for itself has so many content words. */
const leastTerms = 2
const nothing: VerifiedClaim = { support: 'unsupported', score: 0, evidence: [] }

/**
 * Whether passages hold a sentence: one sentence of them, two neighbouring ones, or, for a sentence made of parts, one for
 * each part. Among stretches that hold it equally the cited and the shorter go first.
 */
export async function verifyClaim(options: {
  text: string
  sources: readonly SourceText[]
  /** Indexes of the cited passages. */
  cited: ReadonlySet<number>
  cosines: Cosines
  settings: VerificationSettings
}): Promise<VerifiedClaim> {
  const said = readFacts(options.text)
  const best = await judgeWhole({ ...options, said })
  if (best?.support === 'supported') return toVerified(best, said)
  const parts = await judgeParts({ ...options, said })
  // Who did what to whom cannot be told from the halves of the very sentence that says it the other way round.
  const isTurned =
    best?.comparison.contradictions.includes('binding') &&
    parts?.evidence.every(({ stretch }) => stretch.text === best.candidate.stretch.text)
  if (parts && !isTurned) return parts
  return best && best.support !== 'unsupported' ? toVerified(best, said) : { ...nothing, score: best?.score ?? 0 }
}

function toVerified({ support, score, candidate }: Judged, said: Facts): VerifiedClaim {
  return { support, score, evidence: [{ stretch: candidate.stretch, said, score }] }
}

type Options = Parameters<typeof verifyClaim>[0] & { said: Facts }

async function judgeWhole(options: Options): Promise<Judged | null> {
  const { said, cosines, settings } = options
  const compared = chooseCandidates(options).map((candidate) => ({
    candidate,
    comparison: compareClaim({ said, source: candidate.stretch, passageNames: candidate.source.names }),
  }))
  const judge = (one: (typeof compared)[number], cosine: number | null): Judged => ({
    ...one,
    ...judgeSupport({
      comparison: one.comparison,
      anchors: anchorsHeld(said, one.candidate.stretch),
      cosine,
      settings,
    }),
  })
  const byWords = compared.map((one) => judge(one, null))
  const sure = pick(byWords.filter(({ support }) => support === 'supported'))
  const isRivalled = byWords.some(
    ({ comparison, likeness }) => comparison.contradictions.length > 0 && likeness >= (sure?.likeness ?? 1),
  )
  if (sure && !isRivalled) return sure
  const worth = compared.filter(
    ({ comparison }) => comparison.coverage === null || comparison.coverage >= leastCoverage,
  )
  if (worth.length === 0) return pick(byWords)
  const measured = await cosines.measure(
    said.text,
    worth.map(({ candidate }) => candidate.stretch.text),
  )
  const judged = worth.map((one, i) => judge(one, measured[i] ?? 0))
  const best = pick(judged.filter(({ comparison }) => comparison.contradictions.length === 0))
  const denied = judged.filter(({ comparison }) => comparison.contradictions.length > 0)
  const rival = Math.max(0, ...denied.map(({ likeness }) => likeness))
  // What speaks of the same thing, and says otherwise, outweighs what only sounds alike.
  if (best && best.likeness >= rival) return best
  return best ? { ...best, support: 'unsupported', score: contradictedScore * best.score } : pick(denied)
}

const contradictedScore = 0.1

/** Names, numbers and dates that tell two languages' sentences to be of the same; more of them add nothing. */
const enoughAnchors = 3

function anchorsHeld(said: Facts, stretch: Stretch): number {
  return Math.min(countAnchors({ said, source: stretch }).heldInContext, enoughAnchors) / enoughAnchors
}

const order: readonly Support[] = ['supported', 'partial', 'unsupported']
/** Scores this close are equal, so that the cited and the shorter stretch can go first. */
const closeScores = 0.05

function pick(judged: readonly Judged[]): Judged | null {
  const [first, ...rest] = judged
  if (!first) return null
  return rest.reduce((best, one) => (goesBefore(one, best) ? one : best), first)
}

function goesBefore(one: Judged, other: Judged): boolean {
  const verdict = order.indexOf(one.support) - order.indexOf(other.support)
  if (verdict !== 0) return verdict < 0
  const [a, b] = [one.candidate, other.candidate]
  if (a.stretch.count !== b.stretch.count && one.support === 'supported') return a.stretch.count < b.stretch.count
  if (Math.abs(one.score - other.score) > closeScores) return one.score > other.score
  return a.isCited !== b.isCited ? a.isCited : one.score > other.score
}

/** The sentence cut at one of its commas, each part held by a stretch of its own; null where no cut does that. */
async function judgeParts(options: Options): Promise<VerifiedClaim | null> {
  const { said, text } = options
  const clauses = splitClauses(text)
  for (const { start } of clauses.slice(1)) {
    if (!canStandAlone(text.slice(0, start), text.slice(start))) continue
    const parts = [text.slice(0, start), withSubject(text, { start, end: text.length }, said)]
    const facts = parts.map(readFacts)
    if (facts.some(({ terms }) => terms.length < leastTerms)) continue
    const judged: { best: Judged; said: Facts }[] = []
    for (const part of facts) {
      const best = await judgeWhole({ ...options, said: part })
      if (best?.support !== 'supported') break
      judged.push({ best, said: part })
    }
    if (judged.length < parts.length) continue
    return {
      support: 'supported',
      score: Math.min(...judged.map(({ best }) => best.score)),
      evidence: judged.map(({ best, said: part }) => ({
        stretch: best.candidate.stretch,
        said: part,
        score: best.score,
      })),
    }
  }
  return null
}

const endsWithPredicate =
  /(?:[りしきちみびいえけせてねれめべげがたるだず]|ため|ので|一方)[、，]\s*$|(?:[,;；。.]|\s(?:and|while|but|whereas))\s*$/u
const beginsWithTopic = /^[^、，]{1,30}?(?:は|が)/u

/** A topic (BERTは、) or a time (2018年に、) is no statement by itself: only what has a predicate, or a topic after it, is cut. */
function canStandAlone(before: string, after: string): boolean {
  if (/(?:は|には|では|とは|も)[、，]\s*$/u.test(before)) return false
  return endsWithPredicate.test(before) || beginsWithTopic.test(after)
}

/** A later part without a name of its own goes on about what the first one names: it is checked with that name in front. */
function withSubject(text: string, part: TextSpan, said: Facts): string {
  const rest = text.slice(part.start, part.end)
  const first = said.names[0]
  const isNamed = said.names.some(({ start }) => start >= part.start)
  if (isNamed || !first || first.start >= part.start) return rest
  const name = text.slice(first.start, first.end)
  return said.language === 'ja' ? `${name}は、${rest}` : `${name}: ${rest}`
}
