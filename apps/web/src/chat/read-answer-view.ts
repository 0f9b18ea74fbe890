import type { Answer, AnswerSentence, Citation } from '@shutten/core'
import type { ChatData, ChatMessage } from './chat-message'

/** `layout` is known while the answer arrives; then its Markdown tells. */
export type ShownSentence = AnswerSentence & Pick<ChatData['sentence'], 'layout'>

export interface AnswerView {
  sentences: ShownSentence[]
  citations: Citation[]
  /** Null while the answer is being made, or when it was stopped. */
  answer: Answer | null
}

/** What there is to show of an assistant's message, whole or still arriving. */
export function readAnswerView(message: Pick<ChatMessage, 'parts'> | undefined): AnswerView {
  const sentences: ShownSentence[] = []
  const citations = new Map<number, Citation>()
  for (const part of message?.parts ?? []) {
    if (part.type === 'data-answer')
      return { sentences: part.data.sentences, citations: part.data.citations, answer: part.data }
    if (part.type === 'data-sentence') {
      const { index, ...sentence } = part.data
      sentences[index] = sentence
    }
    if (part.type === 'data-citation') citations.set(part.data.number, part.data)
  }
  return {
    // An index that never came leaves a hole.
    sentences: sentences.filter(Boolean),
    citations: [...citations.values()].sort((a, b) => a.number - b.number),
    answer: null,
  }
}
