import type { Page } from '@playwright/test'
import type { Answer, Citation } from '@shutten/core'

/**
 * Has the page's next questions answered by this answer, as `POST /api/chat` streams it, from inside the page: as long as
 * no extractive answer is.
 *
 * @param options.perParagraph sentences of a paragraph
 * @param options.perChunk sentences that arrive at once
 */
export async function streamAnswer(page: Page, options: { answer: Answer; perParagraph: number; perChunk: number }) {
  await page.addInitScript((given) => {
    const original = window.fetch
    window.fetch = async (input, init) => {
      const address = new URL(input instanceof Request ? input.url : String(input), window.location.href)
      if (address.pathname !== '/api/chat') return original(input, init)
      const { answer, perParagraph, perChunk } = given
      const encoder = new TextEncoder()
      const event = (part: object) => encoder.encode(`data: ${JSON.stringify(part)}\n\n`)
      const toEvents = (index: number) => {
        const sentence = answer.sentences[index]
        if (!sentence) return []
        // Four sentences share a citation; it comes with the first of them.
        const citations = answer.citations.filter(
          ({ number }) => sentence.citations.includes(number) && index % 4 === 0,
        )
        const layout = index > 0 && index % perParagraph === 0 ? { layout: 'paragraph' } : {}
        return [
          ...citations.map((data) => event({ type: 'data-citation', id: `citation-${data.number}`, data })),
          event({ type: 'data-sentence', id: `sentence-${index}`, data: { index, ...sentence, ...layout } }),
        ]
      }
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(event({ type: 'start', messageMetadata: { conversationId: null } }))
          for (let at = 0; at < answer.sentences.length; at += perChunk) {
            for (let i = at; i < at + perChunk; i++) for (const bytes of toEvents(i)) controller.enqueue(bytes)
            await new Promise((resolve) => setTimeout(resolve, 0))
          }
          controller.enqueue(event({ type: 'data-answer', id: 'answer', data: answer }))
          controller.enqueue(event({ type: 'finish', messageMetadata: { conversationId: null } }))
          controller.enqueue(encoder.encode('data: [DONE]\n\n'))
          controller.close()
        },
      })
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' },
      })
    }
  }, options)
}

/** An answer of so many sentences, every tenth held in part and every hundredth by nothing; all cite stretches of one document. */
export function makeLongAnswer(options: { like: Answer; sentences: number; perParagraph: number }): Answer {
  const { like, perParagraph } = options
  const [cited] = like.citations
  if (!cited) throw new Error('The answer to start from has no citation.')
  const citations = Array.from({ length: options.sentences / 4 }, (_, i): Citation => ({ ...cited, number: i + 1 }))
  const sentences = Array.from({ length: options.sentences }, (_, i): Answer['sentences'][number] => ({
    text: `これは${i + 1}番目の文であり、資料に書かれていることをそのまま述べている。`,
    citations: [Math.floor(i / 4) + 1],
    support: i % 100 === 99 ? 'unsupported' : i % 10 === 9 ? 'partial' : 'supported',
    score: 1,
  }))
  const answer = sentences
    .map(({ text, citations: [number] }, i) => `${i > 0 && i % perParagraph === 0 ? '\n\n' : ''}${text}[${number}]`)
    .join('')
  return { ...like, sentences, citations, answer }
}
