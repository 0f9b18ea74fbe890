import type { PdfPiece } from './find-lines.js'

/** Share of the page at either end in which running headers and footers stand. */
const margin = 0.13
const pageNumber =
  /^(?:[-–—―‐~〜・|\s]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*(?:ページ|頁))?[-–—―‐~〜・|\s]*|[ivxlc]{1,7})$/i

/**
 * The pieces without running headers, footers and page numbers: what stands at the edge of a page and is a page number, or
 * comes back, figures aside, at the same height of another page.
 */
export function dropPageFurniture(pages: readonly (readonly PdfPiece[])[]): PdfPiece[][] {
  const seen = new Map<string, Set<number>>()
  const getKey = (piece: PdfPiece, height: number) => `${piece.direction} ${height} ${sign(piece)}`
  for (const piece of pages.flat()) {
    if (!isMarginal(piece)) continue
    const height = Math.round(piece.v / 3)
    for (const at of [height - 1, height, height + 1]) {
      const key = getKey(piece, at)
      seen.set(key, (seen.get(key) ?? new Set()).add(piece.page))
    }
  }
  const isFurniture = (piece: PdfPiece) =>
    isMarginal(piece) &&
    (pageNumber.test(piece.text.normalize('NFKC').trim()) ||
      (seen.get(getKey(piece, Math.round(piece.v / 3)))?.size ?? 0) >= 2)
  return pages.map((pieces) => pieces.filter((piece) => !isFurniture(piece)))
}

function isMarginal({ v, edges }: PdfPiece): boolean {
  const height = edges.last - edges.first
  return v - edges.first < height * margin || edges.last - v < height * margin
}

function sign({ text }: PdfPiece): string {
  return text.normalize('NFKC').replace(/\d+|\s+/g, (run) => (run.trim() ? '#' : ''))
}
