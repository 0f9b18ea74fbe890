import type { ExtractedDocument, Language } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { createDocumentBuilder } from './document-builder.js'
import { findPlainLines, type PlainLine, sentenceEnd } from './find-plain-lines.js'
import { getTitleFromUri } from './get-title-from-uri.js'
import { isPlainHeading } from './is-plain-heading.js'

/** Columns of the longest first line that is taken for a title. */
const maxTitleLength = 80

/**
 * Reads plain text. Title: the one given, else the first line when it is short and no sentence, else the file's name, or
 * the beginning of a text that comes from no file.
 * The stored text is the source but for the line breaks that only fitted a width.
 *
 * Errors: SOURCE_EMPTY.
 */
export function extractText(options: {
  text: string
  uri: string
  title?: string
  language?: Language
  tags?: readonly string[]
}): ExtractedDocument {
  const { text, uri, tags } = options
  const lines = findPlainLines(text)
  const first = lines[0]
  const isTitled =
    first !== undefined && lines.length > 1 && isTitleLine({ line: first, next: lines[1], given: options.title })
  const builder = createDocumentBuilder()
  let end = 0
  lines.forEach((line, at) => {
    const gap = text.slice(end, line.start)
    end = line.end
    const source = { start: line.start, end: line.end }
    const previous = lines[at - 1] ?? null
    const next = lines[at + 1] ?? null
    if (at === 0 && isTitled) builder.add({ kind: 'heading', level: 1, text: line.text, source, gap })
    else if (line.listLevel !== null)
      builder.add({ kind: 'list-item', level: line.listLevel, text: line.text, source, gap })
    else if (isPlainHeading({ line, previous: at === 1 && isTitled ? null : previous, next }))
      builder.add({ kind: 'heading', level: 2, text: line.text, source, gap })
    else builder.add({ kind: 'paragraph', text: line.text, source, gap })
  })
  const title = options.title?.trim() || (first && isTitleText(first.text) ? first.text : nameSource({ uri, first }))
  return builder.finish({ uri, title, language: options.language ?? detectLanguage(text), ...(tags && { tags }) })
}

function nameSource(options: { uri: string; first: PlainLine | undefined }): string {
  const { uri, first } = options
  return first && !/^(?:file|https?):/.test(uri) ? first.text.slice(0, maxTitleLength) : getTitleFromUri(uri)
}

function isTitleLine(options: { line: PlainLine; next: PlainLine | undefined; given: string | undefined }): boolean {
  const { line, next, given } = options
  if (given !== undefined) return line.text === given.normalize('NFC').trim()
  return isTitleText(line.text) && next?.listLevel === null
}

function isTitleText(text: string): boolean {
  return text.length <= maxTitleLength && !/[。、]$/u.test(text) && (!sentenceEnd.test(text) || /[?？]$/u.test(text))
}
