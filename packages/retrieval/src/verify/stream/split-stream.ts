import { findSentence } from './find-sentence.js'
import { hideBlocks } from './hide-blocks.js'
import { type LineKind, readLineStart } from './read-line-start.js'
import { createTableReader } from './read-table-row.js'
import { unwrapJson } from './unwrap-json.js'

/** A finished sentence of a stream, its markers still in it, without the Markdown around it; or a piece of code. */
export interface StreamedSentence {
  text: string
  /** `code`: the lines of a fence, as they are. */
  kind: LineKind | 'code'
  /** Of a piece of code, as its fence names it. */
  codeLanguage?: string
  /** It is the first of its line. */
  startsLine: boolean
  /** A blank line, or the beginning, is in front of its line. */
  startsBlock: boolean
}

const textFence = /^(?:|markdown|md|text|txt|plaintext|json|jsonc)$/iu
/** Room for a JSON answer; what is longer is taken as text. */
const longestJson = 100_000
/** After such a line only the list of sources comes: each sentence has its own already. */
const sourcesHeading =
  /^[#*\s]*(?:出典|参考文献|参考資料|引用文献|引用元|参照元|sources?|references?|citations?|bibliography)(?:一覧)?[*\s]*[:：]?[*\s]*$/iu
const definition = /^\s*\[\^?\d{1,3}\]:\s/u
/** Tables, fences, headings and definitions are told by all of their line. */
const neededWhole = /^(?:\s|>)*(?:\||`{3}|~{3}|#|\[\^?\d{1,3}\]:)/u
const rule = /^\s*(?:[-*_=]\s*){3,}$/u

/**
 * Finished sentences from pieces of text, each with the markers that follow its stop; Markdown is read as it comes. A
 * sentence is held back until what follows can no longer belong to it. Reasoning blocks, horizontal rules and a closing
 * list of sources are left out; a row of a table becomes one sentence, a fence of code one piece; an answer in JSON is
 * unwrapped at its end.
 */
export async function* splitStream(stream: AsyncIterable<string>): AsyncGenerator<StreamedSentence, void, undefined> {
  let buffer = ''
  let isJson: boolean | null = null
  const lines = createLineReader()
  for await (const piece of hideBlocks(stream)) {
    buffer += piece
    isJson ??= looksLikeJson(buffer)
    if (isJson && buffer.length > longestJson) isJson = false
    if (isJson !== false) continue
    yield* readLines(false)
  }
  if (isJson) buffer = unwrapJson(buffer) ?? buffer
  yield* readLines(true)
  yield* lines.end()

  function* readLines(isLast: boolean): Generator<StreamedSentence> {
    for (;;) {
      const lineEnd = buffer.indexOf('\n')
      const isWhole = lineEnd >= 0 || isLast
      const line = lineEnd >= 0 ? buffer.slice(0, lineEnd) : buffer
      if (line === '' && lineEnd < 0) return
      const { sentences, length } = lines.read(line, isWhole)
      yield* sentences
      if (!isWhole) {
        buffer = buffer.slice(length)
        return
      }
      buffer = lineEnd >= 0 ? buffer.slice(lineEnd + 1) : ''
    }
  }
}

/** Null while it cannot be told. */
function looksLikeJson(text: string): boolean | null {
  const start = text.trimStart().replace(/^```\s*json\s*/iu, '')
  if (start === '' || /^`{1,3}\s*j?s?o?$/iu.test(start)) return null
  if (/^\{\s*["}]/u.test(start) || /^\[\s*[{"]/u.test(start)) return true
  return /^[{[]\s*$/u.test(start) ? null : false
}

/** Reads line by line; a line that is not whole yet is given again, from where the last sentence of it ended. */
function createLineReader() {
  let fence: { isText: boolean; language: string; lines: string[] } | null = null
  let isInside = false
  let kind: LineKind = 'text'
  let isAfterBlank = true
  let isOver = false
  const table = createTableReader()
  const nothing = { sentences: [] as StreamedSentence[], length: 0 }

  return { read, end }

  /** What was not closed when the stream ended. */
  function end(): StreamedSentence[] {
    return isOver ? [] : closeFence()
  }

  function closeFence(): StreamedSentence[] {
    const { language = '', lines = [], isText = true } = fence ?? {}
    fence = null
    const text = lines.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/gu, '')
    if (isText || text === '') return []
    const startsBlock = isAfterBlank
    isAfterBlank = false
    return [{ text, kind: 'code', startsLine: true, startsBlock, ...(language && { codeLanguage: language }) }]
  }

  function read(line: string, isWhole: boolean): { sentences: StreamedSentence[]; length: number } {
    if (isOver || fence?.isText === false) return skip(line, isWhole)
    if (!isInside && !isWhole && neededWhole.test(line)) return nothing
    if (!isInside && isWhole) {
      const whole = readWholeLine(line)
      if (whole) return { sentences: whole, length: line.length }
    }
    return readSentences(line, isWhole)
  }

  /** Lines that are told by all of what they hold; null for all others. */
  function readWholeLine(line: string): StreamedSentence[] | null {
    if (line.trim() === '') {
      isAfterBlank = true
      table.end()
      return []
    }
    const fenceStart = /^\s*(?:`{3,}|~{3,})\s*(?<language>[\w+-]*)/u.exec(line)
    if (fenceStart) {
      const { language = '' } = fenceStart.groups ?? {}
      fence = fence ? null : { isText: textFence.test(language), language, lines: [] }
      return []
    }
    if (rule.test(line) || definition.test(line)) return []
    if (sourcesHeading.test(line)) {
      isOver = true
      return []
    }
    if (!/^\s*\|/u.test(line)) {
      table.end()
      return null
    }
    const text = table.read(line)
    return text === null ? [] : [finish(text, 'item', true)]
  }

  function skip(line: string, isWhole: boolean) {
    if (!fence || !isWhole) return { sentences: [], length: isWhole ? line.length : 0 }
    if (/^\s*(?:`{3,}|~{3,})\s*$/u.test(line)) return { sentences: closeFence(), length: line.length }
    fence.lines.push(line)
    return { sentences: [], length: line.length }
  }

  function readSentences(line: string, isWhole: boolean) {
    const sentences: StreamedSentence[] = []
    let at = 0
    if (!isInside) {
      const start = readLineStart(line)
      kind = start.kind
      at = start.length
    }
    // A heading is one, whatever stops it holds.
    if (kind === 'heading' && !isInside) {
      if (!isWhole) return nothing
      push(line.slice(at))
      isInside = false
      return { sentences, length: line.length }
    }
    let taken = 0
    for (;;) {
      const end = findSentence(line.slice(at), { isWhole })
      if (end === null || (end === 0 && at >= line.length)) break
      push(line.slice(at, at + end))
      at += end
      taken = at
      if (end === 0) break
    }
    if (isWhole) {
      isInside = false
      return { sentences, length: line.length }
    }
    return { sentences, length: taken }

    function push(source: string) {
      const text = withoutEmphasis(source)
      const isFirst = !isInside
      isInside = true
      if (text !== '') sentences.push(finish(text, kind, isFirst))
    }
  }

  function finish(text: string, kind: LineKind, startsLine: boolean): StreamedSentence {
    const startsBlock = startsLine && isAfterBlank
    isAfterBlank = false
    return { text, kind, startsLine, startsBlock }
  }
}

/** Bold and italics may be cut by a sentence's end, and tell nothing about the facts. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/\*\*|__(?=\S)|(?<=\S)__|~~/gu, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .trim()
}
