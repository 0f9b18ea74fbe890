import type { Answer, AnswerEvent, Citation } from '@shutten/core'
import { createUIMessageStream, readUIMessageStream } from 'ai'
import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '../../chat/chat-message'
import { writeAnswer } from './write-answer'

const citation = (number: number): Citation => ({
  number,
  documentId: 'd',
  passageId: 'p',
  versionId: 'v',
  title: 't',
  headingPath: [],
  uri: 'u',
  quote: 'q',
  start: 0,
  end: 1,
  score: 1,
  highlights: [],
})
const sentence = (text: string, citations: number[]) => ({ text, citations, support: 'supported', score: 1 }) as const
const answer = (parts: Partial<Answer>): Answer => ({
  question: '問',
  status: 'answered',
  language: 'ja',
  answer: '',
  confidence: 1,
  sentences: [],
  citations: [],
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g',
  conversationId: 'c1',
  timings: {},
  ...parts,
})

/** What a client of the AI SDK ends up with. */
async function receive(events: AnswerEvent[]): Promise<ChatMessage> {
  async function* stream() {
    yield* events
  }
  const chunks = createUIMessageStream<ChatMessage>({
    execute: async ({ writer }) => {
      writer.write({ type: 'start' })
      await writeAnswer({ events: stream(), writer })
    },
  })
  let last: ChatMessage | undefined
  for await (const message of readUIMessageStream<ChatMessage>({ stream: chunks })) last = message
  if (!last) throw new Error('No message came.')
  return last
}

const textOf = (message: ChatMessage) => message.parts.find((part) => part.type === 'text')?.text

describe('writeAnswer', () => {
  it('gives one text with its markers, a part for each sentence and citation, and the whole answer', async () => {
    const done = answer({ answer: '一。[1]二。[1][2]' })
    const message = await receive([
      { type: 'status', stage: 'searching' },
      { type: 'sentence', index: 0, sentence: sentence('一。', [1]), citations: [citation(1)] },
      { type: 'sentence', index: 1, sentence: sentence('二。', [1, 2]), citations: [citation(1), citation(2)] },
      { type: 'done', answer: done },
    ])
    expect(textOf(message)).toBe('一。[1]二。[1][2]')
    const types = message.parts.map((part) => part.type)
    // A citation that is used twice is one part; the status is not kept.
    expect(types.filter((type) => type === 'data-citation')).toHaveLength(2)
    expect(types.filter((type) => type === 'data-sentence')).toHaveLength(2)
    expect(types).not.toContain('data-status')
    expect(message.parts.find((part) => part.type === 'data-answer')?.data).toEqual(done)
    expect(message.metadata?.conversationId).toBe('c1')
  })

  it('parts sentences by a space where the language does', async () => {
    const message = await receive([
      { type: 'sentence', index: 0, sentence: sentence('One.', [1]), citations: [citation(1)] },
      { type: 'sentence', index: 1, sentence: sentence('Two.', []), citations: [] },
      { type: 'done', answer: answer({ language: 'en' }) },
    ])
    expect(textOf(message)).toBe('One.[1] Two.')
  })

  it('sends a refusal as text too', async () => {
    const message = await receive([{ type: 'done', answer: answer({ status: 'refused', answer: 'ありません。' }) }])
    expect(textOf(message)).toBe('ありません。')
  })
})
