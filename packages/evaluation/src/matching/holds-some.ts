/** True when one of the variants stands in one of the texts; all of them folded. */
export function holdsSome(texts: readonly string[], variants: readonly string[]): boolean {
  return variants.some((variant) => texts.some((text) => text.includes(variant)))
}
