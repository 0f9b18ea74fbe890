import { groupBy } from '../group-by.js'
import { bootstrapSums } from '../metrics/bootstrap-sums.js'
import { divide, type Ratio } from '../metrics/ratio.js'
import type { QuestionOutcome } from '../report/report.js'
import { perturbations } from './perturbation.js'
import type { DamagedOutcome, RobustnessLoss, RobustnessReport } from './robustness-report.js'

/**
 * Sums up what damage costs. Questions are resampled with all that was made of them, for they share what makes the
 * original hard. Null when nothing that was damaged was measured undamaged too.
 */
export function buildRobustnessReport(options: {
  outcomes: readonly QuestionOutcome[]
  damaged: readonly DamagedOutcome[]
  seed?: number
}): RobustnessReport | null {
  const { seed = 1 } = options
  const originals = new Map(options.outcomes.map((outcome) => [outcome.id, outcome.measures['mrr@10']]))
  const damaged = options.damaged.filter(
    ({ original, measures }) => originals.get(original) !== undefined && measures['mrr@10'] !== undefined,
  )
  const measure = (group: readonly DamagedOutcome[]) => measureLoss({ group, originals, seed })
  const measureGroups = (getKey: (outcome: DamagedOutcome) => string) =>
    Object.fromEntries(
      [...groupBy(damaged, getKey)].flatMap(([key, group]) => {
        const loss = measure(group)
        return loss ? [[key, loss]] : []
      }),
    )
  const overall = measure(damaged)
  return (
    overall && {
      seed,
      overall,
      byPerturbation: inOrder(measureGroups(({ perturbation }) => perturbation)),
      byKind: measureGroups(({ kind }) => kind),
      damaged: [...options.damaged],
    }
  )
}

/** The first question is not open to every kind of damage: the order of what was found is chance. */
function inOrder(losses: Readonly<Record<string, RobustnessLoss>>): RobustnessReport['byPerturbation'] {
  return Object.fromEntries(
    perturbations.flatMap((name) => {
      const loss = losses[name]
      return loss ? [[name, loss]] : []
    }),
  )
}

function measureLoss(options: {
  group: readonly DamagedOutcome[]
  originals: ReadonlyMap<string, Ratio | undefined>
  seed: number
}): RobustnessLoss | null {
  const { group, originals, seed } = options
  // One row an original: what it adds before, as often as it was damaged, and after.
  const rows = [...groupBy(group, ({ original }) => original)].map(([original, items]) => {
    const [numerator, denominator] = originals.get(original) ?? [0, 0]
    const after = addRatios(items.map(({ measures }) => measures['mrr@10'] ?? [0, 0]))
    return [numerator * items.length, denominator * items.length, ...after]
  })
  const getMeans = (sums: ArrayLike<number>) => ({ before: divide(sums[0], sums[1]), after: divide(sums[2], sums[3]) })
  const interval = bootstrapSums({
    rows,
    seed,
    statistic(sums) {
      const { before, after } = getMeans(sums)
      return before === null || after === null ? null : before - after
    },
  })
  const { before, after } = getMeans(
    [0, 1, 2, 3].map((column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
  )
  if (!interval || before === null || after === null) return null
  return { questions: group.length, before, after, loss: before - after, interval }
}

function addRatios(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce<Ratio>((sum, ratio) => [sum[0] + ratio[0], sum[1] + ratio[1]], [0, 0])
}
