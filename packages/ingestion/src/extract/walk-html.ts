import type { DocumentBlock, Language } from '@shutten/core'
import type { Element, ElementContent, RootContent } from 'hast'
import { findHtmlTableRows } from './find-html-table-rows.js'
import type { HtmlBlock } from './html-block.js'
import { isHiddenElement } from './is-hidden-element.js'
import { joinSoftBreaks } from './join-soft-breaks.js'

type Node = ElementContent | RootContent

interface Context {
  kind: DocumentBlock['kind']
  level?: number
  listDepth: number
  /** The number of a list item, spent on its first block. */
  marker?: { text: string }
}

const blockNames = new Set(
  (
    'html body main article section div p header hgroup address figure figcaption details summary dl dt dd ' +
    'fieldset legend form center caption table thead tbody tfoot tr td th ul ol li blockquote pre h1 h2 h3 h4 h5 h6 hr'
  ).split(' '),
)

/**
 * Goes through HTML nodes and gives their visible text block by block, white space collapsed as a browser does,
 * with the source offsets of the text.
 */
export function walkHtml(options: {
  nodes: readonly Node[]
  language: Language
  onBlock: (block: HtmlBlock) => void
  /** Leaves `<header>` out: that of a page, not that of an article. */
  dropHeaders?: boolean
}): void {
  const { language, onBlock } = options
  let lines: string[] = ['']
  let source: { start: number; end: number } | null = null

  const flush = (context: Context) => {
    const text = lines.map(collapse).join('\n').trim()
    const found = source
    lines = ['']
    source = null
    if (!text) return
    const marker = context.marker?.text ?? ''
    if (context.marker) context.marker.text = ''
    onBlock({
      kind: context.kind,
      ...(context.level !== undefined && { level: context.level }),
      text: marker + text,
      ...(found && { source: found }),
    })
  }

  const visitAll = (nodes: readonly Node[], context: Context) => {
    for (const node of nodes) visit(node, context)
  }

  const visit = (node: Node, context: Context): void => {
    if (node.type === 'text') {
      lines[lines.length - 1] += node.value
      const [start, end] = [node.position?.start.offset, node.position?.end.offset]
      if (start !== undefined && end !== undefined && node.value.trim()) source = { start: source?.start ?? start, end }
      return
    }
    if (node.type !== 'element' || isHiddenElement(node)) return
    const name = node.tagName
    if (name === 'header' && options.dropHeaders) return
    if (name === 'br') {
      lines.push('')
      return
    }
    if (!blockNames.has(name)) {
      if (name === 'a' && context.kind === 'heading' && /^[#¶§🔗\s]*$/u.test(getText(node))) return
      visitAll(node.children, context)
      return
    }
    flush(context)
    const inner = enter(node, context)
    if (name === 'pre') addCode(node, context)
    else if (name === 'table' && !isLayoutTable(node)) addTable(node)
    else visitAll(node.children, inner)
    flush(inner)
  }

  const enter = (node: Element, context: Context): Context => {
    const name = node.tagName
    if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]), listDepth: context.listDepth }
    if (name === 'blockquote') return { ...context, kind: 'quote' }
    if (name === 'ul' || name === 'ol') return { ...context, listDepth: context.listDepth + 1 }
    if (name === 'li' || name === 'dd') {
      const level = Math.max(1, context.listDepth)
      const number = name === 'li' ? findItemNumber(node) : null
      return {
        kind: 'list-item',
        level,
        listDepth: context.listDepth,
        ...(number !== null && { marker: { text: `${number}. ` } }),
      }
    }
    return context
  }

  const addCode = (node: Element, context: Context) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    onBlock({
      kind: context.kind === 'heading' ? 'heading' : 'code',
      text: getText(node),
      ...(start !== undefined && end !== undefined && { source: { start, end } }),
    })
  }

  const addTable = (node: Element) => {
    for (const block of findHtmlTableRows({ table: node, language, getCellText: getVisibleText })) onBlock(block)
  }

  // Numbers of ordered lists are set when the list is met, for an item does not know its siblings.
  const numbers = new WeakMap<Element, number>()
  const findItemNumber = (item: Element) => numbers.get(item) ?? null
  const number = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.type !== 'element') continue
      if (node.tagName === 'ol') {
        let next = typeof node.properties.start === 'number' ? node.properties.start : 1
        for (const item of node.children) {
          if (item.type !== 'element' || item.tagName !== 'li') continue
          if (typeof item.properties.value === 'number') next = item.properties.value
          numbers.set(item, next)
          next += 1
        }
      }
      number(node.children)
    }
  }

  number(options.nodes)
  const top: Context = { kind: 'paragraph', listDepth: 0 }
  visitAll(options.nodes, top)
  flush(top)

  function getVisibleText(element: Element): string {
    const parts: string[] = []
    walkHtml({ nodes: element.children, language, onBlock: ({ text }) => parts.push(text.replaceAll('\n', ' ')) })
    return parts.join(' ')
  }
}

function collapse(text: string): string {
  return joinSoftBreaks(text.replace(/[ \t]*\n\s*/g, '\n').replace(/[ \t]+/g, ' ')).trim()
}

function getText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element' || isHiddenElement(child)) return ''
      return child.tagName === 'br' ? '\n' : getText(child)
    })
    .join('')
}

/** A table that only arranges a page: its cells are read as blocks. */
function isLayoutTable(table: Element): boolean {
  if (['presentation', 'none'].includes(String(table.properties.role))) return true
  let hasHeader = false
  let hasBlocks = false
  const look = (element: Element) => {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'th') hasHeader = true
      if (/^(?:table|h[1-6]|ul|ol|blockquote|pre|article|section)$/.test(child.tagName)) hasBlocks = true
      look(child)
    }
  }
  look(table)
  return hasBlocks && !hasHeader
}
