import type { Phase, Strike } from '../points/strike.js'

/** Of the strikes on writes, those that cut one off. */
const tornShare = 0.3

/**
 * A point of the phase that was struck least so far, of those that a step goes through; any of its points alike. Null where it goes through
 * none of the `phases` that are to be struck alone.
 */
export function chooseStrike(options: {
  tally: Partial<Record<Phase, number>>
  strikes: Map<Phase, number>
  random: () => number
  phases?: readonly Phase[] | undefined
}): Strike | null {
  const { tally, strikes, random, phases: wanted } = options
  const phases = (Object.entries(tally) as [Phase, number][]).filter(([phase]) => !wanted || wanted.includes(phase))
  if (phases.length === 0) return null
  const least = Math.min(...phases.map(([phase]) => strikes.get(phase) ?? 0))
  const candidates = phases.filter(([phase]) => (strikes.get(phase) ?? 0) === least)
  const [phase, count] = candidates[Math.floor(random() * candidates.length)] as [Phase, number]
  strikes.set(phase, (strikes.get(phase) ?? 0) + 1)
  return { phase, at: 1 + Math.floor(random() * count), isTorn: random() < tornShare }
}
