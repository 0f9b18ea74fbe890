import type { Answer, AnswerSentence } from '@shutten/core'
import { formatMarkers } from './format-markers'

export interface AnswerParagraph {
  kind: 'paragraph' | 'list'
  /** Index among the answer's sentences, and the sentence. */
  sentences: { index: number; sentence: AnswerSentence }[]
}

/**
 * Groups sentences as the answer's Markdown does: a blank line begins a paragraph, a dash or number a list item.
 * A sentence that cannot be found in the Markdown stays in the paragraph before it.
 */
export function layoutSentences(options: {
  sentences: readonly AnswerSentence[]
  markdown: Answer['answer'] | null
}): AnswerParagraph[] {
  const paragraphs: AnswerParagraph[] = []
  let from = 0
  options.sentences.forEach((sentence, index) => {
    const { gap, next } = findGap({ markdown: options.markdown ?? '', sentence, from })
    from = next
    const item = /(^|\n)\s*(?:[-*+]|\d+[.)])\s+$/.test(gap)
    const kind = item ? 'list' : 'paragraph'
    const last = paragraphs.at(-1)
    if (!last || item || /\n\s*\n/.test(gap)) paragraphs.push({ kind, sentences: [{ index, sentence }] })
    else last.sentences.push({ index, sentence })
  })
  return paragraphs
}

function findGap(options: { markdown: string; sentence: AnswerSentence; from: number }) {
  const text = options.sentence.text.trim()
  const at = options.markdown.indexOf(text, options.from)
  if (at < 0) return { gap: '', next: options.from }
  const markers = formatMarkers(options.sentence.citations)
  const end = at + text.length
  const next = options.markdown.startsWith(markers, end) ? end + markers.length : end
  return { gap: options.markdown.slice(options.from, at), next }
}
