import type { DocumentBlock } from '@shutten/core'

/** A block of a page before it has its place in the stored text. */
export interface HtmlBlock extends Omit<DocumentBlock, 'start' | 'end'> {
  text: string
}
