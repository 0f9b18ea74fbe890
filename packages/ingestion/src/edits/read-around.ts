/** How far a sentence is followed to either side. */
const reach = 120
const sentenceEnd = /[\n。．！？!?]|\.(?=\s)/gu

/** What of its first and of its last sentence stands outside of a stretch; empty where it is of whole sentences. */
export function readAround(options: { text: string; start: number; end: number }): { lead: string; trail: string } {
  const { text, start, end } = options
  const before = text.slice(Math.max(0, start - reach), start)
  const last = [...before.matchAll(sentenceEnd)].at(-1)
  // Whether a full stop ends a sentence is seen by what follows it.
  const isWhole = text.slice(Math.max(start, end - 1), end + 1).search(sentenceEnd) >= 0 || end === text.length
  const after = text.slice(end, end + reach)
  const next = after.search(sentenceEnd)
  return {
    lead: before.slice(last ? last.index + 1 : 0).trim(),
    trail: isWhole ? '' : after.slice(0, next < 0 ? reach : next + 1).trim(),
  }
}
