/** Whatever their order. */
export function hasSameTags(tags: readonly string[], others: readonly string[]): boolean {
  return JSON.stringify([...new Set(tags)].sort()) === JSON.stringify([...new Set(others)].sort())
}
