import type { ExtractedDocument, Language } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import type { Element, Root } from 'hast'
import { cleanText } from '../decode/clean-text.js'
import { createDocumentBuilder } from './document-builder.js'
import { findHtmlMetadata } from './find-html-metadata.js'
import { findMainContent } from './find-main-content.js'
import { getTitleFromUri } from './get-title-from-uri.js'
import { isHiddenElement } from './is-hidden-element.js'
import { guardDepth, parseHtml } from './parse-html.js'
import { walkHtml } from './walk-html.js'

/**
 * Reads an HTML page: the text a reader sees of its main content. Scripts, styles, comments, hidden elements,
 * navigation and furigana are left out. Title: the first heading when the page's title holds it, else `<title>`,
 * `og:title`, the file's name. Key words become tags.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE.
 */
export function extractHtml(options: {
  text: string
  uri: string
  title?: string
  language?: Language
  tags?: readonly string[]
}): ExtractedDocument {
  const { text, uri, tags } = options
  return guardDepth(uri, () => {
    const root = parseHtml({ html: text, uri })
    const content = findMainContent(root)
    const declared = options.language ?? findLanguage(root)
    const builder = createDocumentBuilder()
    walkHtml({
      nodes: content.nodes,
      language: declared ?? detectLanguage(getText(content.nodes)),
      onBlock: builder.add,
      dropHeaders: content.isWholePage,
    })
    const { publishedAt, tags: ownTags } = findHtmlMetadata({ root, content: content.nodes })
    return builder.finish({
      uri,
      title: options.title?.trim() || findTitle(root, content.nodes) || getTitleFromUri(uri),
      language: declared ?? detectLanguage(builder.getText()),
      tags: [...ownTags, ...(tags ?? [])],
      publishedAt,
    })
  })
}

function findTitle(root: Root, content: readonly Root['children'][number][]): string | null {
  const heading =
    findElement(content, ({ tagName }) => tagName === 'h1') ??
    findElement(root.children, ({ tagName }) => tagName === 'h1')
  const headingText = heading ? normalize(getHeadingText(heading)) : ''
  const title = findElement(root.children, ({ tagName }) => tagName === 'title', true)
  const titleText = title ? normalize(getText(title.children)) : ''
  // 「見出し | サイト名」: the heading is the title without the site's name.
  if (headingText && titleText.includes(headingText)) return headingText
  const shared = findElement(
    root.children,
    ({ tagName, properties }) =>
      tagName === 'meta' && properties.property === 'og:title' && Boolean(properties.content),
    true,
  )
  return titleText || headingText || (shared ? normalize(String(shared.properties.content)) : '') || null
}

function findLanguage(root: Root): Language | null {
  const html = findElement(root.children, ({ tagName }) => tagName === 'html', true)
  const code = String(html?.properties.lang ?? '').toLowerCase()
  return /^ja\b/.test(code) ? 'ja' : /^en\b/.test(code) ? 'en' : null
}

function findElement(
  nodes: readonly Root['children'][number][],
  matches: (element: Element) => boolean,
  includeHidden = false,
): Element | null {
  for (const node of nodes) {
    if (node.type !== 'element' || (!includeHidden && isHiddenElement(node))) continue
    // A <title> inside an <svg> names a drawing.
    if (node.tagName === 'svg') continue
    if (matches(node)) return node
    const found = findElement(node.children, matches, includeHidden)
    if (found) return found
  }
  return null
}

/** As the blocks have it, without the permanent links that some generators put into headings. */
function getHeadingText(heading: Element): string {
  const parts: string[] = []
  walkHtml({ nodes: [heading], language: 'ja', onBlock: ({ text }) => parts.push(text) })
  return parts.join(' ')
}

function getText(nodes: readonly Root['children'][number][]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return node.type === 'element' && !isHiddenElement(node) ? getText(node.children) : ''
    })
    .join('')
}

function normalize(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}
