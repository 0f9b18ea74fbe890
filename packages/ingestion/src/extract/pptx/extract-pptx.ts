import type { ExtractedDocument, Language } from '@shutten/core'
import { describePlace, ShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { type OpenZip, openZip } from '../../archive/open-zip.js'
import { createDocumentBuilder } from '../document-builder.js'
import type { ExtractorOptions } from '../extractor-options.js'
import { getTitleFromUri } from '../get-title-from-uri.js'
import { readCoreProperties } from '../office/read-core-properties.js'
import { readRelations } from '../office/read-relations.js'
import { findElements, getAttribute } from '../xml/find-elements.js'
import { parseXml } from '../xml/parse-xml.js'
import { readParagraphs, readSlideBlocks, type SlideBlock } from './read-slide-blocks.js'

interface Slide {
  number: number
  title: string | null
  blocks: SlideBlock[]
}

/**
 * Reads a PowerPoint presentation (OOXML). Each slide is a section: its title is the heading, or the slide's number where
 * it has none; text, tables, diagrams and the speaker's notes follow. Every block has its slide as its place. Hidden slides
 * and what the master repeats are left out; the numbers are those that PowerPoint shows, hidden slides counted.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_ENCRYPTED, SOURCE_UNPACKED_TOO_LARGE, SOURCE_PATH_UNSAFE, CANCELLED.
 */
export async function extractPptx(options: ExtractorOptions): Promise<ExtractedDocument> {
  const { uri } = options
  const zip = await openZip(options)
  const properties = await readCoreProperties({ zip, uri })
  const slides = await readSlides({ zip, uri, language: options.language ?? null })
  const language = options.language ?? detectSlidesLanguage(slides)
  const builder = createDocumentBuilder()
  for (const { number, title, blocks } of slides) {
    const place = { slide: number }
    if (title === null && blocks.length === 0) continue
    builder.add({ kind: 'heading', level: 1, text: title ?? describePlace({ place, language }), place })
    for (const block of blocks) builder.add({ ...block, place })
  }
  return builder.finish({
    uri,
    title: options.title?.trim() || properties.title || slides[0]?.title || getTitleFromUri(uri),
    language,
    tags: [...properties.tags, ...(options.tags ?? [])],
  })
}

async function readSlides(options: { zip: OpenZip; uri: string; language: Language | null }): Promise<Slide[]> {
  const { zip, uri } = options
  const read = async (path: string) => {
    const entry = zip.entries.get(path)
    if (!entry) throw createMissingError(uri, path)
    return parseXml({ bytes: await entry.read(), uri, part: path })
  }
  const part = (await readRelations({ zip, uri, part: '' })).find(({ type }) => type === 'officeDocument')?.path
  const presentation = part ?? 'ppt/presentation.xml'
  const order = findElements(await read(presentation), 'sldId').map((slide) => getAttribute(slide, 'r:id'))
  const relations = await readRelations({ zip, uri, part: presentation })
  const slides: Slide[] = []
  for (const [at, id] of order.entries()) {
    const path = relations.find((relation) => relation.id === id)?.path
    if (!path) throw createMissingError(uri, `slide ${at + 1}`)
    const root = await read(path)
    if (['0', 'false'].includes(getAttribute(root, 'show') ?? '')) continue
    const language = options.language ?? detectLanguage(root.text)
    const { title, blocks, diagrams } = readSlideBlocks({ root, language })
    for (const relation of await readRelations({ zip, uri, part: path })) {
      if (relation.type === 'diagramData' && diagrams.includes(relation.id))
        blocks.push(...readParagraphs(await read(relation.path)))
      if (relation.type === 'notesSlide')
        blocks.push(...readSlideBlocks({ root: await read(relation.path), language }).blocks)
    }
    slides.push({ number: at + 1, title, blocks })
  }
  return slides
}

function detectSlidesLanguage(slides: readonly Slide[]): Language {
  return detectLanguage(
    slides.flatMap(({ title, blocks }) => [title ?? '', ...blocks.map(({ text }) => text)]).join('\n'),
  )
}

function createMissingError(uri: string, part: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${uri} is no whole presentation: ${part} is missing.`,
    suggestion: 'Open it in PowerPoint or LibreOffice, and save it again.',
  })
}
