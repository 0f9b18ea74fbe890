import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChunkText, makeDocument, makeFound } from '../fixtures/make-found.js'
import { refineDepth } from './refine-depth.js'
import { refineResults } from './refine-results.js'

const { text, passages } = makeDocument({
  id: 'gpt',
  title: 'GPT-3',
  from: 0,
  chunks: [
    { lead: '概要\n\n', text: 'GPT-3は言語モデルである。', headingPath: ['概要'] },
    { lead: '\n\n学習\n\n', text: '事前学習には大量の文章を使う。', headingPath: ['学習'] },
    { lead: '\n\n', text: '計算にはサーバを使う。', headingPath: ['学習'] },
  ],
})
const [first, second, third] = passages as [(typeof passages)[0], (typeof passages)[0], (typeof passages)[0]]
const query = 'GPT-3の事前学習に使うサーバー'

describe('refineResults', () => {
  it('gives neighbours as one slice of the document, with what matched in it', () => {
    const found = [makeFound(third, { fused: 1, reranked: 0.9 }), makeFound(second, { fused: 0.9, reranked: 0.8 })]
    const [result, ...rest] = refineResults({ found, query, k: 5, isReranked: true })
    expect(rest).toEqual([])
    expect(result).toMatchObject({
      rank: 1,
      passageId: 'gpt:2',
      headingPath: ['学習'],
      text: '事前学習には大量の文章を使う。\n\n計算にはサーバを使う。',
      score: 1.4,
      signals: { fused: 1, reranker: 0.9 },
      passages: [
        { passageId: 'gpt:1', start: second.start, end: second.end },
        { passageId: 'gpt:2', start: third.start, end: third.end },
      ],
      duplicates: [],
    })
    const matches = result?.signals.matches.map(({ term, field, spans }) => [
      term,
      field,
      ...spans.map(({ start, end }) => text.slice(start, end)),
    ])
    expect(matches).toEqual([
      ['gpt-3', 'title'],
      ['学習', 'headings'],
      ['事前学習', 'body', '事前学習'],
      ['サーバー', 'body', 'サーバ'],
    ])
  })

  it('says why the reranker has no say, and nothing of it when none ran', () => {
    const hit = { ...makeFound(first), skipped: 'beyond-depth' as const }
    const [ranked] = refineResults({ found: [hit], query, k: 1, isReranked: true })
    expect(ranked?.signals).toMatchObject({ reranker: null, rerankerSkipped: 'beyond-depth' })
    const [plain] = refineResults({ found: [makeFound(first)], query, k: 1, isReranked: false })
    expect(plain?.signals).not.toHaveProperty('reranker')
    expect(plain?.signals).not.toHaveProperty('rerankerSkipped')
  })

  it('names duplicates with their documents', () => {
    const copy = makeDocument({
      id: 'copy',
      title: 'GPT-3',
      from: 9,
      chunks: [{ lead: '', text: first.text }],
    }).passages
    const found = [first, ...copy].map((passage) => makeFound(passage))
    expect(refineResults({ found, query, k: 2, isReranked: false }).map(({ duplicates }) => duplicates)).toEqual([
      [{ documentId: 'copy', passageId: 'copy:0', title: 'GPT-3', uri: 'file:///copy.md' }],
    ])
  })

  const words = ['山', '川の流れ', '2023年', 'model', '。', '、', '。', 'サーバー']
  const chunkText = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
  const lead = fc.constantFrom('', '\n\n', '\n\n見出し\n\n')
  const chunk: fc.Arbitrary<ChunkText> = fc.record({
    lead,
    text: chunkText,
    headingPath: fc.constantFrom([], ['見出し']),
  })
  const documents = fc.array(fc.array(chunk, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })

  it('keeps offsets, places and counts right for any passages in any order', () => {
    fc.assert(
      fc.property(
        documents,
        fc.infiniteStream(fc.double({ min: 0.01, max: 1, noNaN: true })),
        fc.integer({ min: 1, max: 12 }),
        (chunked, scores, k) => {
          let from = 0
          const made = chunked.map((chunks, i) => {
            const document = makeDocument({ id: `d${i}`, from, chunks })
            from += chunks.length
            return document
          })
          const found = made
            .flatMap((document) => document.passages)
            .map((passage) => makeFound(passage, { fused: scores.next().value }))
            .sort((a, b) => b.score - a.score)
            .slice(0, refineDepth(k))
          const results = refineResults({ found, query: '川とmodel', k, isReranked: false })

          const everything = refineResults({ found, query: '川とmodel', k: found.length, isReranked: false })
          expect(results).toHaveLength(Math.min(k, everything.length))
          expect(results.map(({ rank }) => rank)).toEqual(results.map((_, i) => i + 1))
          const named = everything.flatMap((one) =>
            [...one.passages, ...one.duplicates].map(({ passageId }) => passageId),
          )
          expect(named.toSorted()).toEqual(found.map(({ passage }) => passage.id).toSorted())
          expect(everything[0]?.passageId).toBe(found[0]?.passage.id)

          for (const result of results) {
            const stored = made[Number(result.documentId.slice(1))]?.text ?? ''
            expect(stored.slice(result.start, result.end)).toBe(result.text)
            expect(result.passages.length).toBeLessThanOrEqual(3)
            expect(result.passages.map(({ passageId }) => passageId)).toContain(result.passageId)
            expect(result.passages[0]?.start).toBe(result.start)
            expect(result.passages.at(-1)?.end).toBe(result.end)
            const best = found.find(({ passage }) => passage.id === result.passageId)
            expect(result.score).toBe(best?.score)
            for (const { spans } of result.signals.matches.filter(({ field }) => field === 'body'))
              for (const { start, end } of spans) {
                expect(start).toBeGreaterThanOrEqual(result.start)
                expect(end).toBeLessThanOrEqual(result.end)
                expect(stored.slice(start, end)).toMatch(/^(川|model)$/)
              }
          }
        },
      ),
    )
  })
})
