import { canonicalTerm } from '../normalization/canonical-term.js'
import type { NormalizedText } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'
import { segmentWords } from '../words/segment-words.js'
import { findWordParts } from './find-word-parts.js'
import type { Term } from './term.js'

/** Parts of a longer katakana run are words of their own from this length on; ICU cuts ニューラル into ニュー, ラ, ル. */
const minKatakanaPart = 3
/** A chain of more words than this is a line of dashes or a path, not a compound. */
const maxCompoundWords = 5
/** In UTF-16 code units; what is longer is data, not a word (a key, an encoded image). */
const maxTermLength = 100

/**
 * Runs that hold words: Japanese script; Latin words and numbers with what joins them inside; any other letters. What
 * ICU need not see never reaches it: it is by far the slowest part.
 */
const run =
  /(?<japanese>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{M}]*)|(?<latin>[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}\u00ad\u200c\u200d]*(?:(?:(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))|[-‐._·&'’])[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}\u00ad\u200c\u200d]*)*(?:\+\+|#)?)|(?<other>[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)/gu
const katakana = /^[\p{Script=Katakana}ー]+$/u
const hiraganaLetter = /^\p{Script=Hiragana}$/u

/** The word terms of a normalised text, longer ones before their parts. See `analyze`. */
export function findWords(source: string, normalized: NormalizedText): Term[] {
  const terms: Term[] = []
  for (const match of normalized.text.matchAll(run)) {
    const start = match.index
    const spans = match.groups?.latin
      ? findLatinWords({ source, normalized, run: match[0], start })
      : findSegmentedWords(match[0], start)
    for (const span of spans) {
      const term = canonicalTerm(normalized.text.slice(span.start, span.end))
      const { start, end } = normalized.sourceSpan(span.start, span.end)
      if (term && term.length <= maxTermLength) terms.push({ term, kind: 'word', start, end })
    }
  }
  return terms
}

function findLatinWords(options: {
  source: string
  normalized: NormalizedText
  run: string
  start: number
}): TextSpan[] {
  const { source, normalized, run, start } = options
  const links = [...run.matchAll(/[^-‐]+/g)].map(({ index, 0: link }) => ({
    start: start + index,
    end: start + index + link.length,
  }))
  const isCompound = links.length > 1 && links.length <= maxCompoundWords
  return [
    ...(isCompound ? [{ start, end: start + run.length }] : []),
    ...links.flatMap((word) => [word, ...findWordParts({ source, normalized, word })]),
  ]
}

function findSegmentedWords(run: string, start: number): TextSpan[] {
  const spans: TextSpan[] = []
  let chain: TextSpan[] = []
  for (const word of segmentWords(run)) {
    if (!word.isWordLike) continue
    const span = { start: start + word.start, end: start + word.end }
    if (katakana.test(word.text)) {
      chain.push(span)
      continue
    }
    closeChain()
    if (!hiraganaLetter.test(word.text)) spans.push(span)
  }
  closeChain()
  return spans

  function closeChain() {
    const [first, last] = [chain[0], chain.at(-1)]
    if (first && last) spans.push({ start: first.start, end: last.end })
    if (first !== last) spans.push(...chain.filter((part) => part.end - part.start >= minKatakanaPart))
    chain = []
  }
}
