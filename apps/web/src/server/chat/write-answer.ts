import type { AnswerEvent } from '@shutten/core'
import type { UIMessageStreamWriter } from 'ai'
import type { ChatMessage } from '../../chat/chat-message'
import { formatMarkers } from '../../chat/format-markers'

/**
 * Writes an answer in the making as a message stream: one text part that grows by a sentence at a time, its markers
 * included, beside typed parts with each sentence's verdict and each citation, and at the end the whole answer.
 */
export async function writeAnswer(options: {
  events: AsyncIterable<AnswerEvent>
  writer: UIMessageStreamWriter<ChatMessage>
}): Promise<void> {
  const { events, writer } = options
  const id = 'answer'
  let written = ''
  const writeText = (delta: string) => {
    if (delta === '') return
    if (written === '') writer.write({ type: 'text-start', id })
    written += delta
    writer.write({ type: 'text-delta', id, delta })
  }
  for await (const event of events) {
    if (event.type === 'status') {
      writer.write({ type: 'data-status', data: { stage: event.stage }, transient: true })
    } else if (event.type === 'sentence') {
      const { index, sentence, citations, layout } = event
      for (const citation of citations)
        writer.write({ type: 'data-citation', id: `citation-${citation.number}`, data: citation })
      writer.write({
        type: 'data-sentence',
        id: `sentence-${index}`,
        data: { index, ...sentence, ...(layout && { layout }) },
      })
      const markers = formatMarkers(sentence.citations)
      // A fence ends with a line of its own.
      if (layout === 'code') writeText(`${written === '' ? '' : '\n\n'}${sentence.text}\n${markers}\n\n`)
      else writeText(joinSentence({ before: written, text: sentence.text }) + markers)
    } else {
      if (written === '') writeText(event.answer.answer)
      if (written !== '') writer.write({ type: 'text-end', id })
      writer.write({ type: 'data-answer', id: 'answer', data: event.answer })
      const { conversationId } = event.answer
      writer.write({
        type: 'finish',
        messageMetadata: { conversationId, ...(event.turnId !== undefined && { turnId: event.turnId }) },
      })
      return
    }
  }
}

/** Sentences of languages with spaces are parted by one; Japanese ones follow each other. */
function joinSentence(options: { before: string; text: string }): string {
  const { before, text } = options
  if (before === '' || /\s$/.test(before) || /^\s/.test(text)) return text
  return /^[\p{Script=Latin}\p{N}("'“‘]/u.test(text) && !/[。！？」』]\s*(?:\[\d+\])*$/.test(before) ? ` ${text}` : text
}
