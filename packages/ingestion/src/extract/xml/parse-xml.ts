import { parseXml as parse, type XmlElement } from '@rgrove/parse-xml'
import { ShuttenError } from '@shutten/core'
import { findDeclaredCharset } from '../../decode/find-declared-charset.js'
import { guardDepth } from '../parse-html.js'

/**
 * Parses XML. Document types are skipped unread: no entity of theirs is expanded and nothing outside is loaded.
 * Errors: SOURCE_UNREADABLE when it is not well formed or nested too deeply.
 */
export function parseXml(options: { bytes: Uint8Array; uri: string; part: string }): XmlElement {
  const { bytes, uri, part } = options
  try {
    const encoding = findEncoding(bytes)
    const text = new TextDecoder(encoding).decode(bytes)
    const { root } = guardDepth(uri, () => parse(text, { ignoreUndefinedEntities: true }))
    if (root) return root
    throw new Error('it has no element')
  } catch (error) {
    if (error instanceof ShuttenError) throw error
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${uri} is damaged: its part ${part} is no well-formed XML (${firstLine(error)}).`,
      suggestion: 'Open it in the program it was made with, and save it again.',
      cause: error,
    })
  }
}

function findEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return findDeclaredCharset(bytes) ?? 'utf-8'
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string
}
