import type { NormalizedText } from './normalize-with-map.js'

/** Writes something else for the matches of a pattern (null: leaves it) and keeps the way back to the source. */
export function replaceWithMap(
  normalized: NormalizedText,
  { pattern, replace }: { pattern: RegExp; replace: (match: RegExpExecArray) => string | null },
): NormalizedText {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let kept = 0
  for (const match of normalized.text.matchAll(pattern)) {
    const replacement = replace(match)
    if (replacement === null || replacement === match[0]) continue
    keepUntil(match.index)
    kept = match.index + match[0].length
    pieces.push(replacement)
    for (let unit = 0; unit < replacement.length; unit++) {
      starts.push(match.index)
      ends.push(kept)
    }
  }
  if (kept === 0) return normalized
  keepUntil(normalized.text.length)
  const length = starts.length
  const toNormalized = (at: number) => (at >= length ? normalized.text.length : (starts[Math.max(at, 0)] ?? 0))
  return {
    text: pieces.join(''),
    toSource: (at) => normalized.toSource(toNormalized(at)),
    sourceSpan(start, end) {
      const from = toNormalized(start)
      const isEmpty = end <= start || end <= 0 || start >= length
      return normalized.sourceSpan(from, isEmpty ? from : (ends[Math.min(end, length) - 1] ?? from))
    },
  }

  function keepUntil(end: number) {
    pieces.push(normalized.text.slice(kept, end))
    for (let at = kept; at < end; at++) {
      starts.push(at)
      ends.push(at + 1)
    }
  }
}
