import type { DocumentBlock, ExtractedDocument, Language } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { cleanText } from '../decode/clean-text.js'

export interface DocumentBuilder {
  /**
   * Appends a block; one without any text is left out. `gap` is what stands between it and the block before
   * (a blank line when absent, a line end between list items and between table rows of one line).
   */
  add(block: Omit<DocumentBlock, 'start' | 'end'> & { text: string; gap?: string }): void
  /** Errors: SOURCE_EMPTY when no block held text. */
  finish(options: {
    uri: string
    title: string
    language: Language
    tags?: readonly string[]
    publishedAt?: string | null
  }): ExtractedDocument
  readonly blocks: readonly DocumentBlock[]
  /** The text so far. */
  getText(): string
}

const maxTagLength = 100
const maxTags = 100

/** Puts a document's stored text together, so that block offsets are right by construction. */
export function createDocumentBuilder(): DocumentBuilder {
  const parts: string[] = []
  const blocks: DocumentBlock[] = []
  let length = 0
  let last = ''

  return {
    blocks,
    getText: () => parts.join(''),
    add({ text, gap, kind, level, source, place }) {
      const body = trimBlock(cleanText(text), kind)
      if (!/[^\s\u3000]/.test(body)) return
      const previous = blocks.at(-1)
      if (previous) {
        const isRun =
          previous.kind === kind &&
          (kind === 'list-item' || (kind === 'table-row' && !hasLines(body) && !hasLines(last)))
        const between = gap ?? (isRun ? '\n' : '\n\n')
        parts.push(between)
        length += between.length
      }
      const block: DocumentBlock = { kind, start: length, end: length + body.length }
      if (level !== undefined) block.level = level
      if (source) block.source = source
      if (place) block.place = place
      blocks.push(block)
      parts.push(body)
      last = body
      length += body.length
    },
    finish({ uri, title, language, tags = [], publishedAt = null }) {
      if (blocks.length === 0)
        throw new ShuttenError({
          code: 'SOURCE_EMPTY',
          message: `${uri} holds no readable text.`,
          suggestion: 'Check the source: only scripts, markup or hidden parts were found in it.',
        })
      return { title, language, text: parts.join(''), blocks, tags: cleanTags(tags), publishedAt }
    },
  }
}

const hasLines = (text: string) => text.includes('\n')

/** Each once; what no reader would take for a tag is left out, for a page may hold any key words. */
function cleanTags(tags: readonly string[]): string[] {
  const cleaned = tags.map((tag) => cleanText(tag).replace(/\s+/gu, ' ').trim())
  return [...new Set(cleaned)].filter((tag) => tag !== '' && tag.length <= maxTagLength).slice(0, maxTags)
}

/** The indentation of a first line of code is part of it. */
function trimBlock(text: string, kind: DocumentBlock['kind']): string {
  return kind === 'code' ? text.replace(/^\s*\n/, '').trimEnd() : text.trim()
}
