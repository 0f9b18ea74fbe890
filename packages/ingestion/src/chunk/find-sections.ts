import type { ExtractedDocument } from '@shutten/core'
import { foldText } from '@shutten/text'
import { type ChunkUnit, splitUnits } from './split-units.js'

export interface Section {
  /** Headings above, outermost first, without the title. */
  headingPath: string[]
  /** Where the section's own heading begins; null before the first heading. */
  headingStart: number | null
  /** Identity of the heading above the section's own: siblings share it. */
  parent: string
  units: ChunkUnit[]
}

/** A document's body in sections, by its headings. A document of headings only is one section of them. */
export function findSections(options: { document: ExtractedDocument; maxSize: number }): Section[] {
  const { document, maxSize } = options
  const { text, blocks } = document
  const title = fold(document.title)
  const open: { level: number; text: string; start: number }[] = []
  const sections: Section[] = []
  let current: Section | null = null

  for (const block of blocks) {
    if (block.kind === 'heading') {
      const level = block.level ?? 1
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      open.push({ level, text: text.slice(block.start, block.end), start: block.start })
      current = null
      continue
    }
    if (!current) {
      current = {
        headingPath: open.map((heading) => heading.text).filter((heading) => fold(heading) !== title),
        headingStart: open.at(-1)?.start ?? null,
        parent: open
          .slice(0, -1)
          .map(({ start }) => start)
          .join('/'),
        units: [],
      }
      sections.push(current)
    }
    for (const unit of splitUnits({ text, block, maxSize })) current.units.push(unit)
  }
  const filled = sections.filter(({ units }) => units.length > 0)
  if (filled.length > 0) return filled
  const units = blocks.flatMap((block) => splitUnits({ text, block, maxSize }))
  return units.length > 0 ? [{ headingPath: [], headingStart: null, parent: '', units }] : []
}

function fold(text: string): string {
  return foldText(text).replace(/\s+/gu, '')
}
