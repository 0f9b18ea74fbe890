/** The figures that must not fall: where each stands in an evaluation report, and by how much it may vary. */
export const figures = [
  { name: 'mrr@10', read: (report) => report.retrieval?.['mrr@10'], tolerance: 0.03 },
  { name: 'correct', read: (report) => report.answers?.correct, tolerance: 0.04 },
  { name: 'correctWithRightCitation', read: (report) => report.answers?.correctWithRightCitation, tolerance: 0.04 },
  { name: 'refusal f1', read: (report) => report.answers?.refusal?.f1, tolerance: 0.05 },
  { name: 'citationPrecision', read: (report) => report.answers?.citationPrecision, tolerance: 0.04 },
  { name: 'quoteExact', read: (report) => report.answers?.quoteExact, tolerance: 0, least: 1 },
]

/** Numbers as JSON keeps them must not fail by their last binary digit. */
const epsilon = 1e-9

/** The figures of a report, by name: what a baseline holds. A figure that is missing is null. */
export function takeFigures(report) {
  return Object.fromEntries(figures.map(({ name, read }) => [name, read(report) ?? null]))
}

/** By question: the rank of what it should find (null: not found), and whether it was answered rightly (null: not asked). */
export function takeOutcomes(report) {
  return Object.fromEntries((report.perQuestion ?? []).map(({ id, rank, correct }) => [id, { rank, correct }]))
}

/** Questions that are found lower than in the baseline, or answered wrongly where they were answered rightly; as lines. */
export function findFallen({ baseline, measured }) {
  const place = (rank) => rank ?? Number.POSITIVE_INFINITY
  return Object.entries(measured).flatMap(([id, { rank, correct }]) => {
    const was = baseline[id]
    if (!was) return []
    return [
      ...(place(rank) > place(was.rank) ? [`${id} found at ${rank ?? 'no place'}, was at ${was.rank}`] : []),
      ...(was.correct === true && correct === false ? [`${id} answered wrongly, was right`] : []),
    ]
  })
}

/**
 * Compares figures with those of the baseline. One that the baseline has and the measurement lacks is a failure; the
 * baseline's null asks for nothing.
 */
export function compareFigures({ baseline, measured }) {
  return figures.map(({ name, tolerance, least = Number.NEGATIVE_INFINITY }) => {
    const was = baseline[name] ?? null
    const is = measured[name] ?? null
    const bound = Math.max(least, was === null ? Number.NEGATIVE_INFINITY : was - tolerance)
    return {
      name,
      was,
      is,
      bound,
      ok: is === null ? was === null && least === Number.NEGATIVE_INFINITY : is >= bound - epsilon,
    }
  })
}
