/** Periods that figures are told of, in days. */
export const periods = [1, 7, 30] as const
export type Period = (typeof periods)[number]

/** As the address says it; a week where it does not. */
export function readPeriod(days: string | string[] | undefined): Period {
  return periods.find((period) => String(period) === days) ?? 7
}

/** When a period began that ends now. */
export function startOf(period: Period, now: number): Date {
  return new Date(now - period * 24 * 60 * 60 * 1_000)
}
