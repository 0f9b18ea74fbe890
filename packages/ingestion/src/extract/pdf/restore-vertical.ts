import type { PdfItem } from './pdf-page.js'

const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2e80-\u303f\u30fb\u30fc\ufe10-\ufe4f\uff01-\uff9f]$/u
/** From the baseline to the top of a glyph, and to the middle of Latin letters, in sizes of the type. */
const ascent = 0.88
const latinMiddle = 0.35
const minStacked = 10
/** Longest run of digits that is set upright within a vertical line (縦中横). */
const maxUpright = 3

/**
 * Many programs set vertical text without saying so: each glyph upright and by itself, one below the other, Latin words
 * turned by a right angle. These become vertical runs, on pages where they are the rule.
 */
export function restoreVertical(items: readonly PdfItem[]): PdfItem[] {
  const isByHand = isStacked(items)
  if (!isByHand && !isMostlyVertical(items)) return [...items]
  return items.map((item) => {
    const { x, y, size, length, text, angle, isVertical } = item
    if (isVertical) return item
    if (Math.abs(angle - 90) < 3) return { ...item, angle: 0, isVertical: true, x: x + latinMiddle * size }
    const isShort = [...text.trim()].length <= maxUpright && length < 2.2 * size
    if (!isByHand || Math.abs(angle) > 3 || !(wide.test(text.trim()) || isShort)) return item
    return { ...item, isVertical: true, x: x + length / 2, y: y - ascent * size, length: size }
  })
}

function isMostlyVertical(items: readonly PdfItem[]): boolean {
  const measure = (group: readonly PdfItem[]) => group.reduce((sum, { text }) => sum + text.length, 0)
  return measure(items.filter(({ isVertical }) => isVertical)) * 2 > measure(items)
}

/** Single glyphs mostly stand below the one before. */
function isStacked(items: readonly PdfItem[]): boolean {
  const glyphs = items.filter(
    ({ text, isVertical, angle }) => !isVertical && Math.abs(angle) < 3 && wide.test(text.trim()),
  )
  let below = 0
  let beside = 0
  for (const [at, { x, y, size }] of glyphs.entries()) {
    const before = glyphs[at - 1]
    if (!before) continue
    const [dx, dy] = [(x - before.x) / size, (y - before.y) / size]
    if (Math.abs(dx) < 0.3 && dy > 0.4 && dy < 2.2) below += 1
    else if (Math.abs(dy) < 0.3 && dx > 0) beside += 1
  }
  return below >= minStacked && below > 3 * beside
}
