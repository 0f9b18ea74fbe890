import type { DocumentBlock, ExtractedDocument, Language } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import type { Blockquote, FootnoteDefinition, List, ListItem, Nodes, Root, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { cleanText } from '../decode/clean-text.js'
import { createHtmlScope } from './create-html-scope.js'
import { createDocumentBuilder } from './document-builder.js'
import { formatTableRow } from './format-table-row.js'
import { getMarkdownText } from './get-markdown-text.js'
import { getTitleFromUri } from './get-title-from-uri.js'
import { guardDepth, parseHtml } from './parse-html.js'
import { readFrontMatter } from './read-front-matter.js'
import { walkHtml } from './walk-html.js'

interface Context {
  kind: DocumentBlock['kind']
  level?: number
  listDepth: number
  /** The number of an ordered item, spent on its first block. */
  marker?: { text: string }
}

/**
 * Reads Markdown (CommonMark, GitHub's tables, task lists and footnotes, YAML front matter). The stored text is what a
 * reader reads: no syntax, no link targets, nothing that HTML hides; table rows carry their columns' names.
 * Title: the one given, front matter, the first heading, the file's name.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE.
 */
export function extractMarkdown(options: {
  text: string
  uri: string
  title?: string
  language?: Language
  tags?: readonly string[]
}): ExtractedDocument {
  const { text, uri } = options
  return guardDepth(uri, () => {
    const root = fromMarkdown(text, {
      extensions: [frontmatter(['yaml', 'toml']), gfm()],
      mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml']), gfmFromMarkdown()],
    })
    const first = root.children[0]
    const matter = first?.type === 'yaml' ? readFrontMatter(first.value) : {}
    const declared = options.language ?? matter.language
    const language = declared ?? detectLanguage(text)
    const builder = createDocumentBuilder()
    readBlocks({ root, uri, language, builder })
    const heading = builder.blocks.find(({ kind }) => kind === 'heading')
    return builder.finish({
      uri,
      title:
        options.title?.trim() ||
        (matter.title && cleanText(matter.title)) ||
        (heading && builder.getText().slice(heading.start, heading.end)) ||
        getTitleFromUri(uri),
      language: declared ?? detectLanguage(builder.getText()),
      tags: [...(matter.tags ?? []), ...(options.tags ?? [])],
      publishedAt: matter.publishedAt ?? null,
    })
  })
}

function readBlocks(options: {
  root: Root
  uri: string
  language: Language
  builder: ReturnType<typeof createDocumentBuilder>
}): void {
  const { root, uri, language, builder } = options
  const scope = createHtmlScope(uri)

  const add = (node: Nodes, context: Context, text: string) => {
    if (scope.isHidden || !text.trim()) return
    const marker = context.marker?.text ?? ''
    if (context.marker) context.marker.text = ''
    builder.add({
      kind: context.kind,
      ...(context.level !== undefined && { level: context.level }),
      text: marker + text,
      ...getSource(node),
    })
  }

  const visitAll = (nodes: readonly Nodes[], context: Context) => {
    for (const node of nodes) visit(node, context)
  }

  const visit = (node: Nodes, context: Context): void => {
    switch (node.type) {
      case 'heading':
        add(node, { kind: 'heading', level: node.depth, listDepth: 0 }, getMarkdownText({ node, uri, language }))
        break
      case 'paragraph':
        add(node, context, getMarkdownText({ node, uri, language }))
        break
      case 'code':
        add(node, { kind: 'code', listDepth: 0 }, node.value)
        break
      case 'blockquote':
        visitAll((node as Blockquote).children, { ...context, kind: 'quote' })
        break
      case 'footnoteDefinition':
        visitAll((node as FootnoteDefinition).children, context)
        break
      case 'list':
        visitList(node, context)
        break
      case 'table':
        visitTable(node)
        break
      case 'html':
        visitHtml(node, node.value)
        break
    }
  }

  const visitList = (list: List, context: Context) => {
    const listDepth = context.listDepth + 1
    list.children.forEach((item: ListItem, at) => {
      const marker = { text: list.ordered ? `${(list.start ?? 1) + at}. ` : '' }
      visitAll(item.children, { kind: 'list-item', level: listDepth, listDepth, marker })
    })
  }

  const visitTable = (table: Table) => {
    const [head, ...rows] = table.children.map((row) => ({
      row,
      cells: row.children.map((cell) => getMarkdownText({ node: cell, uri, language })),
    }))
    if (!head) return
    const context: Context = { kind: 'table-row', listDepth: 0 }
    // A table of a head alone still says something.
    if (rows.length === 0) add(head.row, context, formatTableRow({ names: [], values: head.cells, language }))
    for (const { row, cells } of rows) add(row, context, formatTableRow({ names: head.cells, values: cells, language }))
  }

  const visitHtml = (node: Nodes, html: string) => {
    const wasHidden = scope.isHidden
    scope.enter(html)
    if (wasHidden) return
    const offset = node.position?.start.offset
    walkHtml({
      nodes: parseHtml({ html, uri, fragment: true }).children,
      language,
      onBlock: ({ source, ...block }) =>
        builder.add({
          ...block,
          ...(source && offset !== undefined && { source: { start: source.start + offset, end: source.end + offset } }),
        }),
    })
  }

  visitAll(root.children, { kind: 'paragraph', listDepth: 0 })
}

function getSource(node: Nodes): { source?: { start: number; end: number } } {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  return start === undefined || end === undefined ? {} : { source: { start, end } }
}
