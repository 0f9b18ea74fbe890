/** Rows of a batch: larger ones were slower, because attention over padding costs what attention over text costs. */
const maxRows = 4
/** Tokens of a batch, padding included: long rows gain nothing from company, and a batch under way cannot be stopped. */
const maxTokens = 640
/** Share of padding that a batch may have. */
const maxPadding = 0.1

/** Groups rows of like length; gives the indices, shortest rows first. */
export function batchByLength(rows: readonly { readonly length: number }[]): number[][] {
  const lengthOf = (index: number) => rows[index]?.length ?? 0
  const order = rows.map((_, index) => index).sort((a, b) => lengthOf(a) - lengthOf(b))
  const batches: number[][] = []
  for (const index of order) {
    const batch = batches.at(-1)
    const length = lengthOf(index)
    const fits =
      batch !== undefined &&
      batch.length < maxRows &&
      (batch.length + 1) * length <= maxTokens &&
      lengthOf(batch[0] as number) >= length * (1 - maxPadding)
    if (fits) batch.push(index)
    else batches.push([index])
  }
  return batches
}
