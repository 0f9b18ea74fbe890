import { ShuttenError } from '@shutten/core'
import type { SynonymGroup } from './synonym-group.js'

const maxNameLength = 100

/**
 * Reads a list of synonyms: one group a line, its names parted by commas (, 、 or ，), `#` before a comment, empty lines
 * between. A name may hold spaces; one in quotation marks ("…") may hold commas and #.
 *
 *     GPT, ジーピーティー, Generative Pre-trained Transformer
 *     社内ポータル, インサイド   # since 2024
 *
 * Errors: INPUT_INVALID, naming the line.
 */
export function parseSynonyms(text: string): SynonymGroup[] {
  const groups: SynonymGroup[] = []
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r]/)
    .entries()) {
    const names = splitNames(line, index + 1)
    if (names.length === 0) continue
    for (const name of names) {
      if (name.length > maxNameLength)
        throw createLineError(index + 1, `a name is longer than ${maxNameLength} characters`)
      if (!/[\p{L}\p{N}]/u.test(name)) throw createLineError(index + 1, `“${name}” holds no letter or digit`)
    }
    if (names.length === 1) throw createLineError(index + 1, 'there is only one name on it')
    groups.push({ names })
  }
  return groups
}

function splitNames(line: string, lineNumber: number): string[] {
  const names: string[] = []
  let name = ''
  let quoted = false
  let isEmpty = true
  for (const character of line) {
    if (character === '"') quoted = !quoted
    else if (!quoted && character === '#') break
    else if (!quoted && /[,、，]/.test(character)) {
      names.push(name.trim())
      name = ''
      isEmpty = false
    } else name += character
  }
  if (quoted) throw createLineError(lineNumber, 'a quotation mark is not closed')
  if (isEmpty && name.trim() === '') return []
  names.push(name.trim())
  if (names.includes('')) throw createLineError(lineNumber, 'there is no name before or after a comma')
  return names
}

function createLineError(line: number, reason: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `Line ${line} of the synonyms is not valid: ${reason}.`,
    suggestion: 'Write one group a line, two names or more parted by commas: GPT, ジーピーティー. # begins a comment.',
  })
}
