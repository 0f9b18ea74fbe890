import type { Answer, Citation, Turn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { formatConversationMarkdown } from './format-conversation-markdown'

const citation = (number: number, quote: string): Citation => ({
  number,
  documentId: 'd',
  passageId: 'p',
  versionId: 'v',
  title: '題[1]',
  headingPath: ['節'],
  uri: 'file:///d',
  place: { page: 3 },
  quote,
  start: 0,
  end: quote.length,
  score: 1,
  highlights: [],
})
const turn = (question: string, answer: string, citations: Citation[], sentences: Answer['sentences'] = []): Turn => ({
  question,
  answer: {
    question,
    status: 'answered',
    language: 'ja',
    answer,
    confidence: 1,
    sentences,
    citations,
    model: { generator: 'extractive', embedder: 'e', reranker: null },
    generation: 'g',
    conversationId: 'c',
    timings: {},
  },
})
const format = (turns: Turn[]) =>
  formatConversationMarkdown({
    title: '会話\nの題',
    turns,
    verdictLabels: { partial: '一部のみ確認', unsupported: '出典で確認できず' },
    describePlace: ({ place }) => (place && 'page' in place ? `${place.page}ページ` : null),
    describeScope: ({ filters }) => (filters?.tags ? `対象：${filters.tags[0]}` : null),
    origin: 'https://example.org',
  })

describe('formatConversationMarkdown', () => {
  it('numbers the footnotes through and carries quote, place and address', () => {
    const markdown = format([
      turn('一？', '答え。[1][2]', [citation(1, '一行目。\n二行目。'), citation(2, '二。')]),
      { ...turn('二？', '次。[1]', [citation(1, '三。')]), filters: { tags: ['機械学習'] } },
    ])
    expect(markdown).toContain(
      '# 会話 の題\n\n## 一？\n\n答え。[^1][^2]\n\n## 二？\n\n*対象：機械学習*\n\n次。[^3]\n\n[^1]: ',
    )
    expect(markdown).toContain(
      '[^1]: [題\\[1\\] › 節](https://example.org/documents/d?start=0&end=9&version=v#cite) (3ページ)\n\n    > 一行目。\n    > 二行目。',
    )
    expect(markdown).toMatch(/\[\^3\]: .*\n\n {4}> 三。\n$/)
  })
  it('says what the sources do not confirm, leaves other brackets, and carries nothing that loads or runs', () => {
    const sentences = [{ text: '速い。', citations: [], support: 'unsupported' as const, score: 0 }]
    const markdown = format([turn('<img src=x>', '配列a[7]は速い。![x](https://evil.example)', [], sentences)])
    expect(markdown).toBe(
      '# 会話 の題\n\n## \\<img src=x>\n\n配列a[7]は速い。\\![x](https://evil.example)\n\n- 出典で確認できず: 速い。\n',
    )
  })
})
