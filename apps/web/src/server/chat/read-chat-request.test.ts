import { describe, expect, it } from 'vitest'
import { chatRequestSchema } from './chat-request-schema'
import { readChatRequest } from './read-chat-request'

const user = (text: string) => ({ id: 'u', role: 'user', parts: [{ type: 'text', text }] })
const read = (body: unknown) => readChatRequest(chatRequestSchema.parse(body))

describe('readChatRequest', () => {
  it('takes what an unchanged useChat sends: the last question, and the conversation of the last answer', () => {
    const body = {
      id: 'chat',
      trigger: 'submit-message',
      messages: [
        user('最初の質問'),
        { id: 'a', role: 'assistant', metadata: { conversationId: 'c1' }, parts: [{ type: 'data-answer', data: {} }] },
        user('  次の質問 '),
      ],
    }
    expect(read(body)).toEqual({
      question: '次の質問',
      conversationId: 'c1',
      turnId: null,
      replaces: null,
      filters: null,
    })
  })
  it('takes the turn that is to be kept, and the one that gives way to it', () => {
    const replaces = { turnId: 'a', lastTurnId: 'b' }
    const body = { turnId: '0123456789abcdef', replaces, messages: [user('問い')] }
    expect(read(body)).toMatchObject({ turnId: '0123456789abcdef', replaces })
    expect(chatRequestSchema.safeParse({ ...body, turnId: '../x' }).success).toBe(false)
  })
  it('prefers the conversation that is named', () => {
    expect(read({ conversationId: 'c2', messages: [user('問い')] }).conversationId).toBe('c2')
  })
  it('begins a conversation when there is none', () => {
    expect(read({ messages: [user('問い')] }).conversationId).toBeNull()
  })
  it('takes filters of this question, and names what is wrong with them', () => {
    const ask = (filters: unknown) => read({ filters, messages: [user('問い')] })
    expect(ask({ tags: ['人事'] }).filters).toEqual({ tags: ['人事'] })
    expect(() => ask({ tag: '人事' })).toThrow(expect.objectContaining({ code: 'FILTER_INVALID' }))
  })
  it('refuses an empty question, one too long, and messages without a question', () => {
    expect(() => read({ messages: [user(' 　')] })).toThrow(expect.objectContaining({ code: 'QUESTION_EMPTY' }))
    expect(() => read({ messages: [user('あ'.repeat(100_000))] })).toThrow(
      expect.objectContaining({ code: 'QUESTION_TOO_LONG' }),
    )
    expect(() => read({ messages: [{ role: 'system', parts: [] }] })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    )
  })
  it.each([{}, { messages: [] }, { messages: 'x' }, { messages: [{ role: 'user' }] }])('does not parse %j', (body) => {
    expect(chatRequestSchema.safeParse(body).success).toBe(false)
  })
})
