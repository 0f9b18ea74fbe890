import { XmlElement } from '@rgrove/parse-xml'
import type { DocumentBlock, Language } from '@shutten/core'
import { formatTableRow } from '../format-table-row.js'
import { findChild, findElements, getAttribute, getChildElements, getLocalName } from '../xml/find-elements.js'

export interface SlideBlock extends Pick<DocumentBlock, 'kind' | 'level'> {
  text: string
}

export interface SlideContent {
  title: string | null
  blocks: SlideBlock[]
  /** Relation ids of diagrams (SmartArt), whose text lies in parts of their own. */
  diagrams: string[]
}

// Furniture that the master repeats on every slide.
const furniture = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'])
const titles = new Set(['title', 'ctrTitle'])

/** The text of a slide or of its notes, shape by shape in the order of the file, which is the order it is read aloud in. */
export function readSlideBlocks(options: { root: XmlElement; language: Language }): SlideContent {
  const content: SlideContent = { title: null, blocks: [], diagrams: [] }
  const tree = findElements(options.root, 'spTree')[0]
  const visit = (element: XmlElement) => {
    for (const child of getChildElements(element)) {
      const name = getLocalName(child)
      if (isHidden(child)) continue
      if (name === 'sp') addShape(child)
      else if (name === 'graphicFrame') addFrame(child)
      else if (name === 'grpSp') visit(child)
      // The first choice holds what newer programs show; its fallback repeats it.
      else if (name === 'AlternateContent') visit(findChild(child, 'Choice') ?? findChild(child, 'Fallback') ?? child)
    }
  }
  const addShape = (shape: XmlElement) => {
    const body = findChild(shape, 'txBody')
    if (!body) return
    const type = getAttribute(findChild(shape, 'nvSpPr', 'nvPr', 'ph'), 'type')
    if (type && furniture.has(type)) return
    const paragraphs = readParagraphs(body)
    if (type && titles.has(type) && content.title === null)
      content.title = paragraphs.map(({ text }) => text.replaceAll('\n', ' ')).join(' ') || null
    else content.blocks.push(...paragraphs)
  }
  const addFrame = (frame: XmlElement) => {
    for (const table of findElements(frame, 'tbl')) content.blocks.push(...readTable(table, options.language))
    for (const diagram of findElements(frame, 'relIds')) {
      const id = getAttribute(diagram, 'dm')
      if (id) content.diagrams.push(id)
    }
  }
  if (tree) visit(tree)
  return content
}

/** The paragraphs below an element of DrawingML: bulleted ones are list items. */
export function readParagraphs(body: XmlElement): SlideBlock[] {
  return findElements(body, 'p')
    .map((paragraph): SlideBlock => {
      const properties = findChild(paragraph, 'pPr')
      const level = Number(getAttribute(properties, 'lvl') ?? 0)
      const isBulleted =
        properties !== null && (findChild(properties, 'buChar') ?? findChild(properties, 'buAutoNum')) !== null
      const text = readRuns(paragraph)
      return isBulleted || level > 0 ? { kind: 'list-item', level: level + 1, text } : { kind: 'paragraph', text }
    })
    .filter(({ text }) => text.trim() !== '')
}

function readRuns(paragraph: XmlElement): string {
  return paragraph.children
    .map((child) => {
      if (!(child instanceof XmlElement)) return ''
      const name = getLocalName(child)
      if (name === 'br') return '\n'
      // Fields hold slide numbers and dates that change with the day.
      if (name === 'fld') return /^(?:slidenum|datetime)/.test(getAttribute(child, 'type') ?? '') ? '' : getText(child)
      return name === 'r' ? getText(child) : ''
    })
    .join('')
}

function getText(run: XmlElement): string {
  return findElements(run, 't')
    .map(({ text }) => text)
    .join('')
}

function readTable(table: XmlElement, language: Language): SlideBlock[] {
  const rows = getChildElements(table, 'tr').map((row) =>
    getChildElements(row, 'tc').map((cell) =>
      readParagraphs(cell)
        .map(({ text }) => text.replaceAll('\n', ' '))
        .join(' '),
    ),
  )
  // Cells that a merge covers are empty: those below take the value from above, as rows are read one by one.
  getChildElements(table, 'tr').forEach((row, at) => {
    getChildElements(row, 'tc').forEach((cell, column) => {
      const current = rows[at] as string[]
      if (getAttribute(cell, 'vMerge') === '1') current[column] = rows[at - 1]?.[column] ?? ''
    })
  })
  const hasHead = getAttribute(findChild(table, 'tblPr'), 'firstRow') === '1' && rows.length > 1
  const names = hasHead ? (rows[0] as string[]) : []
  return rows
    .slice(hasHead ? 1 : 0)
    .map((values): SlideBlock => ({ kind: 'table-row', text: formatTableRow({ names, values, language }) }))
    .filter(({ text }) => text !== '')
}

function isHidden(shape: XmlElement): boolean {
  const properties = getChildElements(shape)[0]
  return (
    properties !== undefined && ['1', 'true'].includes(getAttribute(findChild(properties, 'cNvPr'), 'hidden') ?? '')
  )
}
