import type { Feedback } from '@shutten/core'
import { expect, it } from 'vitest'
import { formatFeedbackCsv } from './format-feedback-csv'

const feedback = {
  id: 'f1',
  conversationId: 'c',
  turnId: 't',
  citation: 1,
  verdict: 'bad',
  reason: 'not-supported',
  comment: '=HYPERLINK("https://evil.example")',
  question: '何、"それ"？\n二行',
  answer: { answer: '答え[1]', citations: [{ number: 1, quote: '引用', uri: 'file:///a,b' }] },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
} as unknown as Feedback

it('quotes what has to be quoted, and makes no formula', () => {
  expect(formatFeedbackCsv([feedback])).toBe(
    '\ufeffid,updatedAt,verdict,reason,comment,citation,question,answer,quote,uri\r\n' +
      'f1,2026-01-02T00:00:00.000Z,bad,not-supported,"\'=HYPERLINK(""https://evil.example"")",1,' +
      '"何、""それ""？\n二行",答え[1],引用,"file:///a,b"\r\n',
  )
})
