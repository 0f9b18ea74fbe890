import type { SearchResponse, SearchResult } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { canStyle } from './can-style.js'
import { renderSearchResponse } from './render-search-response.js'

const text = '学習の話。\n\n事前学習には大量の文章を使う。'
const result: SearchResult = {
  rank: 1,
  documentId: 'd',
  passageId: 'p2',
  versionId: 'v',
  title: 'GPT-3',
  headingPath: ['学習'],
  uri: 'file:///gpt-3.md',
  language: 'ja',
  start: 100,
  end: 100 + text.length,
  text,
  score: 1.4,
  signals: {
    dense: 0.912,
    lexical: null,
    fused: 1,
    reranker: null,
    rerankerSkipped: 'out-of-time',
    matches: [
      { term: 'gpt-3', field: 'title', spans: [] },
      { term: '事前学習', field: 'body', spans: [{ start: 107, end: 111 }] },
    ],
  },
  passages: [
    { passageId: 'p1', start: 100, end: 105 },
    { passageId: 'p2', start: 107, end: 122 },
  ],
  duplicates: [{ documentId: 'e', passageId: 'q', title: '再録', uri: 'file:///copy.md' }],
}

function render(
  part: Partial<SearchResult> = {},
  options: Partial<SearchResponse> & { isStyled?: boolean } = {},
): string {
  const { isStyled = false, ...response } = options
  const results = [{ ...result, ...part }]
  return renderSearchResponse(
    { query: '事前学習とは', results, generation: 'g', timings: {}, ...response },
    { isStyled },
  )
}

describe('renderSearchResponse', () => {
  it('says in the language of the query where a result is, why, and what it stands for', () => {
    expect(render()).toBe(
      [
        '1. GPT-3 › 学習',
        '   file:///gpt-3.md [100–122]',
        '   学習の話。 事前学習には大量の文章を使う。',
        '   得点 1.400：意味 0.912、語 –、再順位付け – (時間切れ)',
        '   一致した語：事前学習 · 題名：gpt-3',
        '   続く2箇所をまとめて表示',
        '   ほぼ同じ内容：再録 (file:///copy.md)',
      ].join('\n'),
    )
    expect(render({}, { query: 'What is pre-training?' })).toContain(
      'score 1.400: meaning 0.912, words –, reranker – (out of time)',
    )
  })

  it('leaves out what there is nothing to say about', () => {
    const { reranker: _, rerankerSkipped: __, ...signals } = result.signals
    const plain = render({ signals: { ...signals, matches: [] }, passages: [], duplicates: [] })
    expect(plain.split('\n').at(-1)).toBe('   得点 1.400：意味 0.912、語 –')
  })

  it('makes what matched bold when it may', () => {
    expect(render({}, { isStyled: true })).toContain('学習の話。 \u001b[1m事前学習\u001b[22mには')
    expect(render()).not.toContain('\u001b')
  })

  it('shows of a long text the part that matched, from the beginning of its sentence', () => {
    const long = `${'前の文がここにある。'.repeat(60)}ところで事前学習の話である。${'後の文がここにある。'.repeat(60)}`
    const at = long.indexOf('事前学習')
    const matches = [{ term: '事前学習', field: 'body' as const, spans: [{ start: 100 + at, end: 104 + at }] }]
    const [, , snippet = ''] = render({ text: long, signals: { ...result.signals, matches } }).split('\n')
    expect(snippet).toMatch(/^ {3}…ところで事前学習の話である。後の文.*…$/)
    expect(snippet.length).toBeLessThan(260)
  })

  it('begins with the best part where nothing matched', () => {
    const long = `${'前の文がここにある。'.repeat(40)}良い所。${'後の文がここにある。'.repeat(40)}`
    const passages = [
      { passageId: 'p1', start: 100, end: 500 },
      { passageId: 'p2', start: 500, end: 904 },
    ]
    const [, , snippet] = render({ text: long, passages, signals: { ...result.signals, matches: [] } }).split('\n')
    expect(snippet).toMatch(/^ {3}…良い所。/)
  })

  it('tells warnings first, and that nothing was found', () => {
    const warnings = [{ code: 'RERANKER_UNAVAILABLE', message: 'It is down.', suggestion: 'Start it.' }] as const
    expect(render({}, { warnings: [...warnings] })).toMatch(/^warning\[RERANKER_UNAVAILABLE\] It is down\.\n\n1\. /)
    expect(render({}, { results: [] })).toBe('見つかりませんでした。')
    expect(render({}, { results: [], query: 'whale' })).toBe('Nothing was found.')
  })

  it('passes nothing on that a terminal would obey', () => {
    const evil = 'a\u001b]0;owned\u0007b\u009b2J'
    const rendered = render({
      title: evil,
      uri: evil,
      text: evil,
      duplicates: [{ documentId: 'e', passageId: 'q', title: evil, uri: evil }],
    })
    expect(rendered).not.toMatch(/[^\P{Cc}\n]/u)
  })
})

describe('canStyle', () => {
  it('is true at a terminal where NO_COLOR is not set', () => {
    expect(canStyle({ stream: { isTTY: true }, environment: {} })).toBe(true)
    expect(canStyle({ stream: { isTTY: true }, environment: { NO_COLOR: '' } })).toBe(true)
    expect(canStyle({ stream: { isTTY: true }, environment: { NO_COLOR: '1' } })).toBe(false)
    expect(canStyle({ stream: { isTTY: true }, environment: { TERM: 'dumb' } })).toBe(false)
    expect(canStyle({ stream: {}, environment: {} })).toBe(false)
  })
})
