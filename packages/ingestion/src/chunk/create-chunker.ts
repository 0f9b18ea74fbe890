import type { Chunk, ExtractedDocument } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { findSections, type Section } from './find-sections.js'
import { measureText } from './measure-text.js'
import { type ChunkSizes, packUnits } from './pack-units.js'

export interface Chunker {
  /** Names the rules and sizes; a document that another version chunked is chunked anew. */
  readonly version: string
  /** Chunks in order, without overlap; `text.slice(start, end)` begins and ends with no white space. */
  chunk(document: ExtractedDocument): Chunk[]
}

const rules = 'sections-1'
/** Size below which a section is joined with its sibling. */
const tinySection = 60
/** Letters that a chunk needs to be asked for its own language. */
const minLetters = 20

/**
 * Makes chunks of whole sentences under one heading each. Sizes count Japanese characters (`measureText`).
 * Only a tiny section is joined with a neighbour under the same parent heading; their headings stand in the chunk's text
 * then, and its heading path ends at the parent.
 *
 * Errors: INPUT_INVALID for sizes that are not 0 < min ≤ target ≤ max.
 */
export function createChunker(options: Partial<ChunkSizes> = {}): Chunker {
  const { targetCharacters = 300, minCharacters = 200, maxCharacters = 400 } = options
  const sizes = { targetCharacters, minCharacters, maxCharacters }
  if (!(minCharacters > 0 && minCharacters <= targetCharacters && targetCharacters <= maxCharacters))
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `Chunks of ${minCharacters} to ${maxCharacters} characters around ${targetCharacters} are not possible.`,
      suggestion: 'Choose sizes with 0 < minimum ≤ target ≤ maximum.',
    })
  return {
    version: `${rules}:${targetCharacters}/${minCharacters}/${maxCharacters}`,
    chunk(document) {
      const spans = joinTinySections({
        text: document.text,
        sections: findSections({ document, maxSize: maxCharacters }),
        sizes,
      }).flatMap((section) => ('joined' in section ? [section.joined] : chunkSection(document.text, section, sizes)))
      return spans.map((span, index) => ({ index, ...span, language: getLanguage(document, span) }))
    },
  }
}

type Span = Pick<Chunk, 'start' | 'end' | 'headingPath'>

function chunkSection(text: string, section: Section, sizes: ChunkSizes): Span[] {
  const { units, headingPath } = section
  const gaps = units.slice(0, -1).map((unit, at) => measureText(text, unit.end, units[at + 1]?.start))
  return packUnits({ units, gaps, sizes }).map(({ from, to }) => ({
    start: units[from]?.start as number,
    end: units[to - 1]?.end as number,
    headingPath,
  }))
}

function joinTinySections(options: {
  text: string
  sections: readonly Section[]
  sizes: ChunkSizes
}): (Section | { joined: Span })[] {
  const { text, sections, sizes } = options
  const result: (Section | { joined: Span })[] = []
  let group: Section[] = []
  const getEnd = (section: Section) => section.units.at(-1)?.end as number
  const getSize = (section: Section) => measureText(text, section.units[0]?.start, getEnd(section))
  const close = () => {
    const [first] = group
    if (first && group.length === 1) result.push(first)
    else if (first)
      result.push({
        joined: {
          start: first.headingStart as number,
          end: getEnd(group.at(-1) as Section),
          headingPath: getCommonPath(group),
        },
      })
    group = []
  }
  for (const section of sections) {
    const first = group[0]
    const last = group.at(-1)
    const fits =
      first?.headingStart != null &&
      last !== undefined &&
      section.headingStart !== null &&
      section.parent === last.parent &&
      Math.min(getSize(last), getSize(section)) < tinySection &&
      measureText(text, first.headingStart, getEnd(section)) <= sizes.maxCharacters
    if (!fits) close()
    group.push(section)
  }
  close()
  return result
}

function getCommonPath(sections: readonly Section[]): string[] {
  const [first, ...rest] = sections.map(({ headingPath }) => headingPath)
  const own = first?.slice(0, -1) ?? []
  return own.filter((heading, at) => rest.every((path) => path[at] === heading))
}

function getLanguage(document: ExtractedDocument, { start, end }: Span) {
  const text = document.text.slice(start, end)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters >= minLetters ? detectLanguage(text) : document.language
}
