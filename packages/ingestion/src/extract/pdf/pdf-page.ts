/** A run of glyphs as the PDF reader gives it, in points from the upper left corner of the page as shown. */
export interface PdfItem {
  text: string
  /** Start of the baseline; in vertical writing, of the line through the middle of the glyphs. */
  x: number
  y: number
  /** Along the writing direction. */
  length: number
  size: number
  isVertical: boolean
  /** Direction of the baseline in degrees, clockwise; 0 is upright. */
  angle: number
}

export interface PdfPage {
  /** From 1. */
  number: number
  width: number
  height: number
  items: PdfItem[]
}

export interface PdfOutlineItem {
  title: string
  /** From 1. */
  level: number
}

export interface PdfContent {
  /** As the file's properties have it. */
  title: string
  pages: PdfPage[]
  outline: PdfOutlineItem[]
}

/** What the thread says: pages one by one, then the rest. */
export type PdfMessage =
  | { kind: 'page'; page: PdfPage }
  | { kind: 'done'; title: string; outline: PdfOutlineItem[]; pages: number }
  | { kind: 'failed'; reason: 'password' | 'damaged' | 'too-many-pages'; message: string }

export interface PdfRequest {
  bytes: Uint8Array
  maxPages: number
  maxItems: number
  maxItemsOfPage: number
}
