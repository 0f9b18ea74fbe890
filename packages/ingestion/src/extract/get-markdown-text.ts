import type { Language } from '@shutten/core'
import type { Nodes } from 'mdast'
import { joinSoftBreaks } from './join-soft-breaks.js'
import { parseHtml } from './parse-html.js'
import { walkHtml } from './walk-html.js'

/**
 * The readable text of Markdown's inline content: links by their text, images by their alternative text, code as it is,
 * footnote marks and HTML tags gone. What inline HTML hides stays hidden.
 */
export function getMarkdownText(options: { node: Nodes; uri: string; language: Language }): string {
  const { node, uri, language } = options
  if (!holdsHtml(node)) return collectText(node, (text) => joinSoftBreaks(text))
  // HTML tags come one by one between the texts they enclose: only a parser of HTML can tell what they hide.
  const html = collectText(node, (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`), '<br>')
  const parts: string[] = []
  walkHtml({
    nodes: parseHtml({ html, uri, fragment: true }).children,
    language,
    onBlock: ({ text }) => parts.push(text),
  })
  return parts.join('\n')
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml))
}

function collectText(node: Nodes, read: (text: string) => string, lineBreak = '\n'): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return read(node.value)
    case 'html':
      return node.value
    case 'image':
    case 'imageReference':
      return read(node.alt ?? '')
    case 'break':
      return lineBreak
    case 'footnoteReference':
      return ''
    default:
      return 'children' in node ? node.children.map((child) => collectText(child, read, lineBreak)).join('') : ''
  }
}
