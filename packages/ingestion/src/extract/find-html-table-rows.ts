import type { Language } from '@shutten/core'
import type { Element } from 'hast'
import { formatTableRow } from './format-table-row.js'
import type { HtmlBlock } from './html-block.js'
import { isHiddenElement } from './is-hidden-element.js'

interface Cell {
  text: string
  isHeader: boolean
}

// A page may claim spans of thousands of cells; no table that is read has more columns.
const maxColumns = 200

/** The rows of a data table with their column names, spans resolved; a caption comes first as a paragraph. */
export function findHtmlTableRows(options: {
  table: Element
  language: Language
  getCellText: (cell: Element) => string
}): HtmlBlock[] {
  const { table, language, getCellText } = options
  const blocks: HtmlBlock[] = []
  const rows: { cells: Cell[]; isHead: boolean; element: Element }[] = []
  const spans: { cell: Cell; left: number }[] = []

  const addRow = (element: Element, isHead: boolean) => {
    const cells: Cell[] = []
    const fillSpans = () => {
      for (;;) {
        const span = spans[cells.length]
        if (!span || span.left <= 0 || cells.length >= maxColumns) return
        span.left -= 1
        cells.push(span.cell)
      }
    }
    for (const child of element.children) {
      if (child.type !== 'element' || (child.tagName !== 'td' && child.tagName !== 'th') || isHiddenElement(child))
        continue
      fillSpans()
      const cell = { text: getCellText(child), isHeader: child.tagName === 'th' }
      const width = Math.min(toSpan(child.properties.colSpan), maxColumns - cells.length)
      for (let at = 0; at < width; at++) {
        spans[cells.length] = { cell, left: toSpan(child.properties.rowSpan) - 1 }
        cells.push(cell)
      }
    }
    fillSpans()
    rows.push({ cells, isHead, element })
  }
  const visit = (element: Element, isHead: boolean) => {
    for (const child of element.children) {
      if (child.type !== 'element' || isHiddenElement(child)) continue
      if (child.tagName === 'tr') addRow(child, isHead)
      else if (child.tagName === 'caption')
        blocks.push({ kind: 'paragraph', text: getCellText(child), ...toSource(child) })
      else if (/^t(?:head|body|foot)$/.test(child.tagName)) visit(child, child.tagName === 'thead')
    }
  }
  visit(table, false)

  const firstBody = rows.findIndex(({ cells, isHead }) => !isHead && !cells.every(({ isHeader }) => isHeader))
  const headRows = firstBody === -1 ? [] : rows.slice(0, firstBody)
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const names = Array.from({ length: columns }, (_, at) =>
    [...new Set(headRows.map(({ cells }) => cells[at]?.text ?? '').filter(Boolean))].join(' '),
  )
  for (const { cells, element } of rows.slice(headRows.length)) {
    // A cell that spans columns stands once, under all of their names.
    const distinct = cells.map((cell, at) => ({ cell, at })).filter(({ cell, at }) => cells[at - 1] !== cell)
    const text = formatTableRow({
      names: distinct.map(({ at }) => names[at] ?? ''),
      values: distinct.map(({ cell }) => cell.text),
      language,
    })
    blocks.push({ kind: 'table-row', text, ...toSource(element) })
  }
  return blocks
}

function toSpan(value: unknown): number {
  const span = Number(value)
  return Number.isInteger(span) && span > 1 ? Math.min(span, maxColumns) : 1
}

function toSource(element: Element): { source?: { start: number; end: number } } {
  const [start, end] = [element.position?.start.offset, element.position?.end.offset]
  return start === undefined || end === undefined ? {} : { source: { start, end } }
}
