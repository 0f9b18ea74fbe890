import type { Answer, Citation } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import type { ChatMessage } from './chat-message'
import { documentHref } from './document-href'
import { formatAnswerMarkdown } from './format-answer-markdown'
import { pairTurns } from './pair-turns'
import { parseChatError } from './parse-chat-error'
import { readAnswerView } from './read-answer-view'
import { toMessages } from './to-messages'

const citation: Citation = {
  number: 1,
  documentId: 'a/b',
  passageId: 'p',
  versionId: 'v1',
  title: '題[1]',
  headingPath: [],
  uri: 'sample/a.md',
  quote: '一行目。\n二行目。',
  start: 3,
  end: 12,
  score: 1,
  highlights: [{ start: 4, end: 6 }],
}
const answer: Answer = {
  question: '何？',
  status: 'answered',
  language: 'ja',
  answer: '答え。[1]',
  confidence: 1,
  sentences: [{ text: '答え。', citations: [1], support: 'supported', score: 1 }],
  citations: [citation],
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g',
  conversationId: 'c',
  timings: {},
}

describe('readAnswerView', () => {
  it('puts sentences in order of their index, citations in order of their number', () => {
    const parts: ChatMessage['parts'] = [
      { type: 'data-citation', id: '2', data: { ...citation, number: 2 } },
      {
        type: 'data-sentence',
        id: 's1',
        data: { index: 1, text: '二。', citations: [1], support: 'partial', score: 0.5 },
      },
      { type: 'data-citation', id: '1', data: citation },
      {
        type: 'data-sentence',
        id: 's0',
        data: { index: 0, text: '一。', citations: [2], support: 'supported', score: 1 },
      },
    ]
    const view = readAnswerView({ parts })
    expect(view.sentences.map(({ text }) => text)).toEqual(['一。', '二。'])
    expect(view.citations.map(({ number }) => number)).toEqual([1, 2])
    expect(view.answer).toBeNull()
  })
  it('shows the whole answer once it is there', () => {
    expect(readAnswerView({ parts: [{ type: 'data-answer', id: 'answer', data: answer }] })).toEqual({
      sentences: answer.sentences,
      citations: answer.citations,
      answer,
    })
  })
})

describe('stored turns', () => {
  it('come back as they were asked and answered, and name their conversation', () => {
    const messages = toMessages([{ question: '何？', answer }])
    const [turn] = pairTurns(messages)
    expect(turn?.question).toBe('何？')
    expect(readAnswerView(turn?.reply).answer).toEqual(answer)
    expect(messages[1]?.metadata?.conversationId).toBe('c')
  })
})

describe('documentHref', () => {
  it('names the document, the characters and the version', () => {
    expect(documentHref(citation)).toBe('/documents/a%2Fb?start=3&end=12&version=v1&highlights=4-6#cite')
  })
})

describe('formatAnswerMarkdown', () => {
  const words = {
    sourcesLabel: '出典',
    verdictLabels: { partial: '一部のみ確認', unsupported: '出典で確認できず' },
    describePlace: ({ place }: Pick<Citation, 'place'>) => (place && 'page' in place ? `${place.page}ページ` : null),
  }
  it('says in words what the sources do not confirm in full', () => {
    const sentences = [
      { text: '速い。', citations: [1], support: 'partial' as const, score: 0.5 },
      { text: '安い。', citations: [], support: 'unsupported' as const, score: 0 },
    ]
    const unsure = { ...answer, answer: '速い。[1]安い。', sentences, citations: [] }
    expect(formatAnswerMarkdown({ answer: unsure, ...words, origin: '' })).toBe(
      '**何？**\n\n速い。[1]安い。\n\n- 一部のみ確認: 速い。\n- 出典で確認できず: 安い。\n',
    )
  })
  it('carries the quote and the address of each source', () => {
    expect(formatAnswerMarkdown({ answer, ...words, origin: 'https://example.org' })).toBe(
      [
        '**何？**',
        '',
        '答え。[1]',
        '',
        '出典',
        '',
        '1. [題\\[1\\]](https://example.org/documents/a%2Fb?start=3&end=12&version=v1&highlights=4-6#cite)',
        '   > 一行目。',
        '   > 二行目。',
        '',
      ].join('\n'),
    )
  })
  it('names the place of a quote', () => {
    const placed = { ...answer, citations: [{ ...citation, place: { page: 12 } }] }
    expect(formatAnswerMarkdown({ answer: placed, ...words, origin: '' })).toContain('#cite) (12ページ)\n')
  })
  it('carries nothing that loads or runs elsewhere', () => {
    const quote = '![x](https://evil.example/p.png) <img src=x onerror=alert(1)> 3 < 4'
    const poisoned = { ...answer, citations: [{ ...citation, title: '<script>', quote }] }
    const markdown = formatAnswerMarkdown({ answer: poisoned, ...words, origin: '' })
    expect(markdown).toContain('\\![x](https://evil.example/p.png) \\<img src=x onerror=alert(1)> 3 < 4')
    expect(markdown).toContain('[\\<script>]')
  })
  it('leaves the sources out when there are none', () => {
    const refused = { ...answer, answer: 'ありません。', citations: [], sentences: [] }
    expect(formatAnswerMarkdown({ answer: refused, ...words, origin: '' })).toBe('**何？**\n\nありません。\n')
  })
})

describe('parseChatError', () => {
  const body = { code: 'INDEX_EMPTY', message: 'm', suggestion: 's' }
  it('reads the body of an HTTP error and the text of an error in the stream', () => {
    expect(parseChatError(new Error(JSON.stringify({ error: body })))).toEqual(body)
    expect(parseChatError(new Error(JSON.stringify(body)))).toEqual(body)
  })
  it('takes anything else for a lost connection', () => {
    expect(parseChatError(new Error('Failed to fetch')).code).toBe('network')
    expect(parseChatError(new Error('{"error": 5}')).code).toBe('network')
  })
})
