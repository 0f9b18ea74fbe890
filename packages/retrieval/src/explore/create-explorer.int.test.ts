import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestIndex, getBundledModels, type TestIndex } from '../fixtures/create-test-index.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import { createSearcher } from '../search/create-searcher.js'
import { createExplorer, type Explorer } from './create-explorer.js'

const folder = createSuiteFolder()
const article = (name: string, text: string) => ({ uri: `https://docs.example/${name}.md`, title: name, text })
const query = '年次有給休暇は一年に何日ですか？'

let index: TestIndex
let explorer: Explorer
let before: string

beforeAll(async () => {
  index = await createTestIndex(path.join(folder, 'data'))
  await index.ingestor.ingestTexts({ documents: [article('休暇の規定', '年次有給休暇は一年に十二日である。')] })
  before = (await index.database.ingestion.findServing())?.id ?? ''
  await index.ingestor.ingestTexts({
    documents: [
      article('休暇の規定', '年次有給休暇は一年に二十日である。'),
      article('橋の記録', '羽衣橋は1937年に完成した鉄製の橋である。'),
      article('Leave', 'Annual paid leave is fifteen days in the London office.'),
    ],
  })
  const { embedder, reader } = getBundledModels()
  explorer = createExplorer({
    generations: index.generations,
    open: (id) => index.store.open(id),
    embedder,
    reader,
    reranker: createReaderReranker({ reader }),
  })
})
afterAll(() => index.close())

it('shows the stages of the very search that readers get', async () => {
  const { embedder, reader } = getBundledModels()
  const searcher = createSearcher({
    generations: index.generations,
    embedder,
    reranker: createReaderReranker({ reader }),
  })
  const [found, searched] = await Promise.all([explorer.explore({ query }), searcher.search({ query })])
  expect(found.results).toEqual(searched.results)
  const [first] = found.results
  const best = found.passages.find(({ passage }) => passage.id === first?.passageId)
  expect(best).toMatchObject({
    dense: { rank: 1, score: first?.signals.dense },
    lexical: { rank: 1, score: first?.signals.lexical },
    fused: { score: first?.signals.fused },
    reranked: { rank: 1, probability: first?.signals.reranker },
    fate: { kind: 'result', into: 1 },
  })
  expect(found.counts).toMatchObject({ dense: 3, fused: 3, reranked: 3 })
})

it('leaves a side out, narrows, and drops with a reason', async () => {
  const lexical = await explorer.explore({ query: '羽衣橋の完成', mode: 'lexical', rerank: false, k: 1 })
  expect(lexical.passages.every((one) => one.lexical !== null && one.reranked === null)).toBe(true)
  expect(lexical.results.map(({ title }) => title)).toEqual(['橋の記録'])
  const dense = await explorer.explore({ query, mode: 'dense', rerank: false, k: 1 })
  expect(dense.passages.map(({ fate }) => fate.kind)).toEqual(['result', 'beyond-k', 'beyond-k'])
  const english = await explorer.explore({ query, filters: { languages: ['en'] } })
  expect(english.passages.map(({ passage }) => passage.title)).toEqual(['Leave'])
})

it('tells what the gate says and why: the addends make the confidence', async () => {
  const { gate } = await explorer.explore({ query })
  expect(gate).toMatchObject({ verdict: 'answered', policy: null })
  const [evidence] = gate.evidence
  expect(evidence?.chosen?.text).toContain('二十日')
  const logit = (evidence?.bias ?? 0) + (evidence?.reasons ?? []).reduce((sum, { adds }) => sum + adds, 0)
  expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(gate.confidence, 6)
  const strict = await explorer.explore({ query, threshold: 1 })
  expect(strict.gate).toMatchObject({ verdict: 'refused', confidence: gate.confidence })
  expect((await explorer.explore({ query: 'こんにちは' })).gate.verdict).toBe('aside')
})

it('looks at a generation that serves no more', async () => {
  const old = await explorer.explore({ query, generation: before })
  expect(old.generation).toBe(before)
  expect(old.gate.evidence[0]?.chosen?.text).toContain('十二日')
  await expect(explorer.explore({ query, generation: 'none' })).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
})
