import type { Chunk, ExtractedDocument } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { findPlaces } from './find-places.js'
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
      return spans.map((span, index) => {
        const places = findPlaces({ blocks: document.blocks, ...span })
        return { index, ...span, language: getLanguage(document, span), ...(places && { places }) }
      })
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

/** Joins each tiny section with the sibling after it, for which it is often the lead-in, else with the one before. */
function joinTinySections(options: {
  text: string
  sections: readonly Section[]
  sizes: ChunkSizes
}): (Section | { joined: Span })[] {
  const { text, sections, sizes } = options
  const getEnd = (section: Section) => section.units.at(-1)?.end as number
  const isTiny = (section: Section) => measureText(text, section.units[0]?.start, getEnd(section)) < tinySection
  const fits = (group: readonly Section[], next: Section) => {
    const first = group[0] as Section
    return (
      first.headingStart !== null &&
      next.headingStart !== null &&
      first.parent === next.parent &&
      measureText(text, first.headingStart, getEnd(next)) <= sizes.maxCharacters
    )
  }
  const groups: Section[][] = []
  for (const section of sections) {
    const last = groups.at(-1)
    if (last?.every(isTiny) && fits(last, section)) last.push(section)
    else groups.push([section])
  }
  const joined: Section[][] = []
  for (const group of groups) {
    const before = joined.at(-1)
    const [section] = group
    if (section && group.length === 1 && isTiny(section) && before?.length === 1 && fits(before, section))
      before.push(section)
    else joined.push(group)
  }
  return joined.map((group) => {
    const [first, second] = group as [Section, Section?]
    if (!second) return first
    const end = getEnd(group.at(-1) as Section)
    return { joined: { start: first.headingStart as number, end, headingPath: getCommonPath(group) } }
  })
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
