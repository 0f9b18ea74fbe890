import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Answer, SearchFilters } from '@shutten/core'
import { createSuiteFolder } from '@shutten/testing'
import { createSynonyms } from '@shutten/text'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAnswerer } from '../answer/create-answerer.js'
import { finishAnswer } from '../answer/finish-answer.js'
import { createTestIndex, getBundledModels, type TestIndex } from '../fixtures/create-test-index.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import { createSearcher } from './create-searcher.js'

const folder = createSuiteFolder()
const documents = [
  {
    uri: 'https://docs.example/leave/2023.md',
    title: '休暇の規定（旧）',
    text: '年次有給休暇は一年に十二日である。申請は三日前までに行う。',
    tags: ['人事', '旧版'],
    publishedAt: '2023-04-01',
  },
  {
    uri: 'https://docs.example/leave/2026.md',
    title: '休暇の規定',
    text: '年次有給休暇は一年に二十日である。申請は前日までに行う。',
    tags: ['人事'],
    publishedAt: '2026-04-01',
  },
  {
    uri: 'https://docs.example/leaves.md',
    title: 'Leave of absence',
    text: 'Annual paid leave is fifteen days in the London office. Requests are made one week before.',
    tags: ['London'],
    publishedAt: '2026-05-01',
  },
]
const query = '年次有給休暇は一年に何日ですか？'

let index: TestIndex
let empty: TestIndex
const open = (from: TestIndex) => {
  const { embedder, reader } = getBundledModels()
  const { generations } = from
  return {
    searcher: createSearcher({ generations, embedder, reranker: createReaderReranker({ reader }) }),
    answerer: createAnswerer({ generations, embedder, reader }),
  }
}
const search = async (filters: SearchFilters, rerank = true) =>
  (await open(index).searcher.search({ query, filters, rerank })).results.map(({ uri }) => path.basename(uri)).sort()
const ask = (filters: SearchFilters): Promise<Answer> =>
  finishAnswer(open(index).answerer.ask({ question: query, filters }))

beforeAll(async () => {
  index = await createTestIndex(path.join(folder, 'whole'))
  empty = await createTestIndex(path.join(folder, 'empty'))
  await index.ingestor.ingestTexts({ documents })
})
afterAll(async () => {
  await index.close()
  await empty.close()
})

describe('filters', () => {
  it.each([true, false])('let through what all of them do, reranked or not (%s)', async (rerank) => {
    const find = (filters: SearchFilters) => search(filters, rerank)
    expect(await find({})).toEqual(['2023.md', '2026.md', 'leaves.md'])
    expect(await find({ tags: ['人事'] })).toEqual(['2023.md', '2026.md'])
    expect(await find({ tags: ['ＬＯＮＤＯＮ', '旧版'] })).toEqual(['2023.md', 'leaves.md'])
    expect(await find({ sources: ['https://docs.example/leave'] })).toEqual(['2023.md', '2026.md'])
    expect(await find({ languages: ['en'] })).toEqual(['leaves.md'])
    expect(await find({ from: '2026-04-01' })).toEqual(['2026.md', 'leaves.md'])
    expect(await find({ from: '2026-04-01', until: '2026-04-01' })).toEqual(['2026.md'])
    expect(await find({ tags: ['人事'], from: '2024-01-01' })).toEqual(['2026.md'])
    const { documentId } = await findDocument('2023.md')
    expect(await find({ documents: [documentId] })).toEqual(['2023.md'])
  })

  it('that let nothing through find nothing', async () => {
    expect(await search({ tags: ['経理'] })).toEqual([])
    expect(await search({ languages: ['en'], tags: ['人事'] })).toEqual([])
  })

  it('narrow what an answer is drawn from', async () => {
    const old = await ask({ tags: ['旧版'] })
    expect(old).toMatchObject({ status: 'answered', citations: [{ uri: documents[0]?.uri }] })
    expect(old.citations[0]?.quote).toContain('十二日')
    const current = await ask({ tags: ['人事'], from: '2026-01-01' })
    expect(current.citations.map(({ uri }) => uri)).toEqual([documents[1]?.uri])
    expect(current.citations[0]?.quote).toContain('二十日')
  })

  it('that let nothing through make a refusal that says so', async () => {
    expect(await ask({ tags: ['経理'] })).toMatchObject({
      status: 'refused',
      citations: [],
      refusal: { reason: 'no-passages', nearest: [] },
      answer: expect.stringContaining('絞り込み'),
    })
  })
})

describe('synonyms', () => {
  it('find a passage by a name that it does not say', async () => {
    const { embedder } = getBundledModels()
    const { generations } = index
    const bare = { generations, embedder, reranker: null, settings: { denseWeight: 0 } }
    const synonyms = createSynonyms({ groups: [{ names: ['PTO', '年次有給休暇'] }] })
    const find = async (searcher: ReturnType<typeof createSearcher>) =>
      (await searcher.search({ query: 'PTO' })).results.filter(({ signals }) => signals.lexical !== null).length
    expect(await find(createSearcher(bare))).toBe(0)
    expect(await find(createSearcher({ ...bare, synonyms }))).toBe(2)
  })
})

describe('what is asked wrongly', () => {
  it.each([
    ['an unknown filter', { tag: ['人事'] }],
    ['a language that is none', { languages: ['fr'] }],
    ['no date', { from: '昨日' }],
    ['dates in the wrong order', { from: '2026-02-01', until: '2026-01-31' }],
    ['an empty tag', { tags: [''] }],
    ['no object', 'tags'],
  ])('is told by its code: %s', async (_, filters) => {
    const wrong = filters as SearchFilters
    const { searcher, answerer } = open(index)
    const invalid = { code: 'FILTER_INVALID', suggestion: expect.stringContaining('tags') }
    await expect(searcher.search({ query, filters: wrong })).rejects.toMatchObject(invalid)
    await expect(finishAnswer(answerer.ask({ question: query, filters: wrong }))).rejects.toMatchObject(invalid)
  })

  it.each([0, 101, 1.5, Number.NaN, -1, '10' as unknown as number])('k is %s', async (k) => {
    await expect(open(index).searcher.search({ query, k })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      suggestion: expect.stringContaining('100'),
    })
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('the budget is %s', async (rerankBudgetMs) => {
    await expect(open(index).searcher.search({ query, rerankBudgetMs })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
  })
})

describe('an index that is not there', () => {
  it('is told as empty before anything came in, filters or not', async () => {
    const { searcher, answerer } = open(empty)
    const nothing = { code: 'INDEX_EMPTY', suggestion: expect.stringContaining('ingest') }
    await expect(searcher.search({ query })).rejects.toMatchObject(nothing)
    await expect(searcher.search({ query, filters: { tags: ['人事'] } })).rejects.toMatchObject(nothing)
    await expect(finishAnswer(answerer.ask({ question: query }))).rejects.toMatchObject(nothing)
  })

  it('serves on from open files when its folder vanishes, is told to who comes later, and comes back by a rebuild', async () => {
    const { searcher } = open(index)
    const before = await searcher.search({ query, filters: { tags: ['人事'] } })
    await rm(path.join(folder, 'whole/generations'), { recursive: true })
    const meanwhile = await searcher.search({ query, filters: { languages: ['ja'] } })
    expect(meanwhile.results.map(({ passageId }) => passageId)).toEqual(
      before.results.map(({ passageId }) => passageId),
    )

    const later = await createTestIndex(path.join(folder, 'whole'))
    const gone = { code: 'GENERATION_NOT_FOUND', suggestion: expect.stringContaining('reindex') }
    await expect(open(later).searcher.search({ query })).rejects.toMatchObject(gone)
    await expect(finishAnswer(open(later).answerer.ask({ question: query }))).rejects.toMatchObject(gone)

    await later.ingestor.reindex()
    for (const each of [index, later]) {
      const { results, generation } = await open(each).searcher.search({ query })
      expect(generation).not.toBe(before.generation)
      expect(results[0]?.title).toBe(before.results[0]?.title)
    }
    await later.close()
  })
})

async function findDocument(name: string): Promise<{ documentId: string }> {
  const { documents: list } = await index.database.documents.list()
  const found = list.find(({ uri }) => uri.endsWith(name))
  return { documentId: found?.id ?? '' }
}
