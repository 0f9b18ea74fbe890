import type { AnswerParagraph } from './layout-sentences'

/** A paragraph or code by itself, or the items of one list. */
export type AnswerBlock = { kind: 'list'; items: AnswerParagraph[] } | { kind: 'single'; paragraph: AnswerParagraph }

/** The items that stand one after another are one list, which a screen reader tells as such. */
export function groupItems(paragraphs: readonly AnswerParagraph[]): AnswerBlock[] {
  const blocks: AnswerBlock[] = []
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1)
    if (paragraph.kind !== 'list') blocks.push({ kind: 'single', paragraph })
    else if (last?.kind === 'list') last.items.push(paragraph)
    else blocks.push({ kind: 'list', items: [paragraph] })
  }
  return blocks
}
