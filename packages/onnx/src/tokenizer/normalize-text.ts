import type { Charsmap } from './create-charsmap.js'

/** A text as the vocabulary writes it. Unit i of `text` came from the source's [starts[i], ends[i]), UTF-16 code units. */
export interface NormalizedText {
  text: string
  starts: number[]
  ends: number[]
}

/** The vocabulary's mark of a blank (U+2581). */
export const blankMark = '▁'

// Between two of these characters a grapheme always ends, so that only what lies between such runs needs the segmenter.
const plain =
  '\\u0020-\\u007e\\u3001-\\u3029\\u3031-\\u303c\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff9d'
const joinable = new RegExp(`[${plain}]?[^${plain}]+(?:[${plain}][^${plain}]+)*[${plain}]?`, 'g')
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Normalises as the models' tokenizer does: the table's replacements grapheme by grapheme (near to NFKC), runs of blanks
 * as one, blanks as marks, one mark in front. Lone surrogates become U+FFFD.
 */
export function normalizeText(options: { text: string; charsmap: Charsmap }): NormalizedText {
  const { charsmap } = options
  const source = options.text.replace(/\p{Surrogate}/gu, '\ufffd')
  const starts: number[] = []
  const ends: number[] = []
  let text = ''

  const write = (replacement: string, start: number, end: number) => {
    for (const character of replacement) {
      if (character === ' ' && text.endsWith(blankMark) && blank) {
        ends[ends.length - 1] = end
        continue
      }
      blank = character === ' '
      if (text === '' && !blank && character !== blankMark) mark(start)
      text += blank ? blankMark : character
      for (let i = 0; i < (blank ? 1 : character.length); i++) {
        starts.push(start)
        ends.push(end)
      }
    }
  }
  let blank = false
  const mark = (at: number) => {
    text = blankMark
    starts.push(at)
    ends.push(at)
  }
  const writeCharacters = (characters: string, from: number) => {
    let at = from
    for (const character of characters) {
      write(charsmap(character) ?? character, at, at + character.length)
      at += character.length
    }
  }

  let at = 0
  for (const match of source.matchAll(joinable)) {
    writeCharacters(source.slice(at, match.index), at)
    for (const { segment, index } of graphemes.segment(match[0])) {
      const start = match.index + index
      // Longer graphemes are looked up character by character: that is how the ids of the training came about.
      const whole = Buffer.byteLength(segment) < 6 ? charsmap(segment) : null
      if (whole === null) writeCharacters(segment, start)
      else write(whole, start, start + segment.length)
    }
    at = match.index + match[0].length
  }
  writeCharacters(source.slice(at), at)
  return { text, starts, ends }
}
