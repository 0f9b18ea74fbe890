import type { Answer, AnswerSentence } from '@shutten/core'
import { formatMarkers } from './format-markers'
import type { ShownSentence } from './read-answer-view'
import { readCode } from './read-code'

export interface AnswerParagraph {
  /** `code`: one fence of it. */
  kind: 'paragraph' | 'list' | 'code'
  /** Index among the answer's sentences, and the sentence. */
  sentences: { index: number; sentence: ShownSentence }[]
}

/**
 * Groups sentences as the answer's Markdown does: a blank line begins a paragraph, a dash or number a list item.
 * A sentence that cannot be found in the Markdown stays in the paragraph before it. Without the Markdown, while the answer
 * arrives, each sentence says itself what it begins: what has been set does not move when the answer is whole.
 */
export function layoutSentences(options: {
  sentences: readonly ShownSentence[]
  markdown: Answer['answer'] | null
}): AnswerParagraph[] {
  const paragraphs: AnswerParagraph[] = []
  let from = 0
  options.sentences.forEach((sentence, index) => {
    const { gap, next } = findGap({ markdown: options.markdown ?? '', sentence, from })
    from = next
    const layout = options.markdown === null ? sentence.layout : readLayout(gap)
    const kind = readCode(sentence.text) ? 'code' : layout === 'item' ? 'list' : 'paragraph'
    const last = paragraphs.at(-1)
    if (!last || layout || kind === 'code' || last.kind === 'code')
      paragraphs.push({ kind, sentences: [{ index, sentence }] })
    else last.sentences.push({ index, sentence })
  })
  return paragraphs
}

function readLayout(gap: string): ShownSentence['layout'] {
  if (/(^|\n)\s*(?:[-*+]|\d+[.)])\s+$/.test(gap)) return 'item'
  return /\n\s*\n/.test(gap) ? 'paragraph' : undefined
}

function findGap(options: { markdown: string; sentence: AnswerSentence; from: number }) {
  const text = options.sentence.text.trim()
  const at = options.markdown.indexOf(text, options.from)
  if (at < 0) return { gap: '', next: options.from }
  const markers = (readCode(text) ? '\n' : '') + formatMarkers(options.sentence.citations)
  const end = at + text.length
  const next = options.markdown.startsWith(markers, end) ? end + markers.length : end
  return { gap: options.markdown.slice(options.from, at), next }
}
