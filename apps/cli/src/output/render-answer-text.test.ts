import type { Answer } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { renderAnswerText } from './render-answer-text.js'

const answer: Answer = {
  question: '層は？',
  status: 'answered',
  language: 'ja',
  answer: '12層である。[1]大きい。速い。',
  confidence: 0.9,
  sentences: [
    { text: '12層である。', citations: [1], support: 'supported', score: 0.9 },
    { text: '大きい。', citations: [1], support: 'partial', score: 0.5 },
    { text: '速い。', citations: [], support: 'unsupported', score: 0 },
  ],
  citations: [
    {
      number: 1,
      documentId: 'd',
      passageId: 'p',
      versionId: 'v',
      title: 'BERT',
      headingPath: ['構造'],
      uri: 'file:///bert.md',
      quote: 'BERTは\n12層である。',
      start: 10,
      end: 23,
      score: 0.9,
      highlights: [{ start: 16, end: 19 }],
    },
  ],
  model: { generator: 'openai:x', embedder: 'e', reranker: null },
  generation: 'g',
  conversationId: null,
  timings: {},
}

describe('renderAnswerText', () => {
  it('names what is confirmed in part or not at all, in words', () => {
    const text = renderAnswerText(answer)
    expect(text).toContain('△ 一部のみ出典で確認: 大きい。')
    expect(text).toContain('× 出典で確認できず: 速い。')
    expect(text).not.toContain('確認: 12層')
    expect(renderAnswerText({ ...answer, language: 'en' })).toContain('× Not confirmed: 速い。')
  })

  it('sets the deciding words in bold at a terminal alone', () => {
    expect(renderAnswerText(answer)).toContain('「BERTは 12層である。」')
    expect(renderAnswerText(answer, { isStyled: true })).toContain('「BERTは \u001b[1m12層\u001b[22mである。」')
  })

  it('says in front what the answer was made without', () => {
    const warnings = [{ code: 'SENTENCE_UNSUPPORTED' as const, message: 'm', suggestion: 's', notice: '除きました。' }]
    expect(renderAnswerText({ ...answer, warnings })).toMatch(/^warning\[SENTENCE_UNSUPPORTED\] 除きました。\n/)
  })

  it('proposes what can be asked where nothing was asked of the sources', () => {
    const aside = { kind: 'greeting' as const, suggestions: ['BERTとは何ですか？'] }
    const text = renderAnswerText({ ...answer, answer: 'こんにちは。', sentences: [], citations: [], aside })
    expect(text).toBe('こんにちは。\n\nこの出典で答えられる質問:\n  BERTとは何ですか？')
  })
})
