import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { articlesFolder } from '@shutten/sample-articles'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestIndex, getBundledModels, type TestIndex } from '../fixtures/create-test-index.js'
import { createSearcher, type Searcher } from '../search/create-searcher.js'

const folder = createSuiteFolder()
let index: TestIndex
let searcher: Searcher

beforeAll(async () => {
  const articles = path.join(folder, 'articles')
  index = await createTestIndex(folder)
  const original = await readFile(path.join(articlesFolder, 'gpt-3.md'), 'utf8')
  await mkdir(articles)
  for (const name of ['bert.md', 'gpt-3.md']) await copyFile(path.join(articlesFolder, name), path.join(articles, name))
  await writeFile(path.join(articles, 'reprint.md'), `${original}\n\n最終更新：2024年5月6日\n`)
  await index.ingestor.ingest({ locations: [articles] })
  searcher = createSearcher({ generations: index.generations, embedder: getBundledModels().embedder, reranker: null })
})
afterAll(() => index?.close())

describe('results of articles of which one is printed twice', () => {
  it.each(['GPT-3の学習データとパラメータ数', 'BERTの事前学習', '言語モデル'])('%s', async (query) => {
    const { results, timings } = await searcher.search({ query, k: 10 })
    expect(timings.refine).toBeGreaterThan(0)
    expect(results).toHaveLength(10)
    for (const result of results) {
      const { text } = await index.database.documents.get(result.documentId)
      expect(text.slice(result.start, result.end)).toBe(result.text)
      for (const { field, spans } of result.signals.matches)
        for (const span of spans) {
          expect(field).toBe('body')
          expect(text.slice(span.start, span.end)).toMatch(/\S/)
        }
    }
    const named = results.flatMap(({ passages, duplicates }) => [...passages, ...duplicates])
    expect(new Set(named.map(({ passageId }) => passageId)).size).toBe(named.length)
  })

  it('folds the reprint and joins what follows on', async () => {
    const { results } = await searcher.search({ query: 'GPT-3の学習データとパラメータ数', k: 10 })
    expect(results[0]?.duplicates.length).toBeGreaterThan(0)
    const { title, uri, documentId } = results[0]?.duplicates[0] ?? {}
    expect([title, documentId === results[0]?.documentId]).toEqual([results[0]?.title, false])
    expect(uri).toMatch(/\/(gpt-3|reprint)\.md$/)
    expect(results.some(({ passages }) => passages.length > 1)).toBe(true)
    expect(results[0]?.signals.matches).toContainEqual({ term: 'gpt-3', field: 'title', spans: [] })
  })

  it('finds either printing where the search is narrowed to it, and names none that it leaves out', async () => {
    for (const name of ['gpt-3.md', 'reprint.md']) {
      const source = pathToFileURL(path.join(folder, 'articles', name)).href
      const filters = { sources: [source] }
      const { results } = await searcher.search({ query: 'GPT-3の学習データとパラメータ数', k: 3, filters })
      expect(results.length).toBeGreaterThan(0)
      for (const { uri, duplicates } of results) {
        expect(uri).toBe(source)
        expect(duplicates).toEqual([])
      }
    }
  })
})
