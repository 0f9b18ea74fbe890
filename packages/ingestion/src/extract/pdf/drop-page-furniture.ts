import type { PdfLine } from './order-lines.js'

/** Share of the page at either end in which running headers and footers stand. */
const margin = 0.13
const pageNumber =
  /^(?:[-–—―‐~〜・|\s]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*(?:ページ|頁))?[-–—―‐~〜・|\s]*|[ivxlc]{1,7})$/i

/**
 * The lines without running headers, footers and page numbers: what stands alone at the edge of a page and is a page
 * number, or comes back, figures aside, at the same height of another page.
 */
export function dropPageFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const seen = new Map<string, Set<number>>()
  for (const lines of pages)
    for (const line of lines) {
      if (!isMarginal(line)) continue
      const at = Math.round(line.v / 3)
      for (const key of [at - 1, at, at + 1]) {
        const signature = `${line.direction} ${key} ${sign(line)}`
        seen.set(signature, (seen.get(signature) ?? new Set()).add(line.page))
      }
    }
  const isRepeated = (line: PdfLine) =>
    (seen.get(`${line.direction} ${Math.round(line.v / 3)} ${sign(line)}`)?.size ?? 0) >= 2
  return pages.map((lines) => {
    const isOnly = lines.filter((line) => !isMarginal(line)).length === 0
    return lines.filter((line) => {
      if (!isMarginal(line)) return true
      if (pageNumber.test(getText(line).normalize('NFKC').trim())) return false
      return isOnly ? true : !isRepeated(line)
    })
  })
}

function isMarginal({ v, edges }: PdfLine): boolean {
  const height = edges.last - edges.first
  return v - edges.first < height * margin || edges.last - v < height * margin
}

const getText = (line: PdfLine) => line.cells.map(({ text }) => text).join(' ')

function sign(line: PdfLine): string {
  return getText(line)
    .normalize('NFKC')
    .replace(/\d+|\s+/g, (run) => (run.trim() ? '#' : ''))
}
