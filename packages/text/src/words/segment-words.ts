import type { Language } from '@shutten/core'
import type { TextSpan } from '../spans/text-span.js'

/** A word, or what stands between words (`isWordLike` false). */
export interface Word extends TextSpan {
  text: string
  isWordLike: boolean
}

/** Longest stretch given to the segmenter at once, in UTF-16 code units: its time grows faster than its input. */
const maxRun = 1000
const segmenters = new Map<Language, Intl.Segmenter>()

/**
 * Words by Unicode's rules (UAX 29) and, for Japanese, ICU's dictionary. The words cover the text without gaps.
 * The language matters little: ICU takes its dictionary by script; 'ja' unless told otherwise.
 */
export function segmentWords(text: string, options: { language?: Language } = {}): Word[] {
  const segmenter = getSegmenter(options.language ?? 'ja')
  const words: Word[] = []
  for (let start = 0; start < text.length; ) {
    const end = findRunEnd(text, start)
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
      const at = start + index
      words.push({ text: segment, start: at, end: at + segment.length, isWordLike: isWordLike === true })
    }
    start = end
  }
  return words
}

function getSegmenter(language: Language): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' })
    segmenters.set(language, segmenter)
  }
  return segmenter
}

/** After the last white space or stop within reach; failing that, anywhere but inside a surrogate pair. */
function findRunEnd(text: string, start: number): number {
  const limit = start + maxRun
  if (limit >= text.length) return text.length
  for (let at = limit; at > start + maxRun / 2; at--) {
    if (/[\s。、！？]/.test(text[at - 1] ?? '') && !/[\s\p{M}\u200d]/u.test(text[at] ?? '')) return at
  }
  return /[\udc00-\udfff]/.test(text[limit] ?? '') ? limit + 1 : limit
}
