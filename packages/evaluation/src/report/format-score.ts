/** Three digits; a dash for what was not measured. */
export function formatScore(score: number | null): string {
  return score === null ? '–' : score.toFixed(3)
}

/** With its sign: +0.012. */
export function formatDifference(difference: number): string {
  const text = Math.abs(difference).toFixed(3)
  return text === '0.000' ? '0.000' : `${difference < 0 ? '−' : '+'}${text}`
}
