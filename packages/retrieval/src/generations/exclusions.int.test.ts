import path from 'node:path'
import { createChunker, createIngestor } from '@shutten/ingestion'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAnswerer } from '../answer/create-answerer.js'
import { finishAnswer } from '../answer/finish-answer.js'
import { createAnswerCache } from '../cache/create-answer-cache.js'
import { createTestIndex, getBundledModels, type TestIndex } from '../fixtures/create-test-index.js'
import { createReaderReranker } from '../rerank/create-reader-reranker.js'
import { createSearcher } from '../search/create-searcher.js'

const folder = createSuiteFolder()
const query = '羽衣橋はいつ完成しましたか？'
const secret = '羽衣橋は1937年に完成した鉄製の橋である。'
const bridge = {
  uri: 'https://docs.example/bridge.md',
  title: '羽衣橋',
  text: `羽衣橋は町の東にある。\n\n# 完成\n\n${secret}\n\n# 管理\n\n管理は水利組合が行う。点検は毎年四月である。`,
}
const copy = { uri: 'https://docs.example/copy.md', title: '橋の控え', text: `# 完成\n\n${secret}` }
const other = { uri: 'https://docs.example/leave.md', title: '休暇', text: '有給休暇は一年に二十日である。' }

let index: TestIndex
let documentId: string
let passageId: string
beforeAll(async () => {
  index = await createTestIndex(path.join(folder, 'data'))
  await index.ingestor.ingestTexts({ documents: [bridge, other] })
  documentId = (await index.database.documents.get(bridge.uri)).id
  const { generation, release } = await index.generations.acquire()
  passageId = generation.getDocumentPassages(documentId).find(({ text }) => text.includes(secret))?.id ?? ''
  release()
})
afterAll(() => index.close())

const open = () => {
  const { embedder, reader } = getBundledModels()
  const { generations } = index
  const reranker = createReaderReranker({ reader })
  const cache = createAnswerCache({ maxEntries: 10 })
  return {
    searchers: [0.5, 1, 0].map((denseWeight) =>
      createSearcher({ generations, embedder, reranker, settings: { denseWeight } }),
    ),
    answerer: createAnswerer({ generations, embedder, reader, cache }),
    cache,
  }
}

/** Addresses of what says the excluded words, by every way there is to come by it. */
async function findEverywhere({ searchers, answerer }: ReturnType<typeof open>): Promise<string[]> {
  const found: { uri: string; text: string }[] = []
  for (const searcher of searchers)
    for (const filters of [null, { languages: ['ja' as const] }, { documents: [documentId] }])
      for (const rerank of [true, false])
        found.push(...(await searcher.search({ query, k: 100, filters, rerank })).results)
  const answer = await finishAnswer(answerer.ask({ question: query }))
  for (const { uri, quote } of [...answer.citations, ...(answer.refusal?.nearest ?? [])])
    found.push({ uri, text: quote })
  const { generation, release } = await index.generations.acquire()
  const known = generation.findPassage(passageId)
  found.push(...generation.getDocumentPassages(documentId), ...(known ? [known] : []))
  found.push(...generation.getPassages([...Array(generation.manifest.counts.passages).keys()]))
  release()
  return [...new Set(found.flatMap(({ uri, text }) => (text.includes('1937') ? [path.basename(uri)] : [])))].sort()
}

it('is never found again, whatever the index is made of anew, until that is undone', async () => {
  const { exclusions } = index.database
  const ways = open()
  expect(await findEverywhere(ways)).toEqual(['bridge.md'])
  expect(ways.cache.size).toBe(1)

  const { id } = await exclusions.exclude({ documentId, text: secret, start: 0, by: 'admin' })
  expect(await findEverywhere(ways)).toEqual([])
  expect(await finishAnswer(ways.answerer.ask({ question: query }))).toMatchObject({ status: 'refused' })
  // The rest of the document is found as before.
  const rest = await ways.searchers[0]?.search({ query: '羽衣橋は町のどこにありますか？' })
  expect(rest?.results.map(({ text }) => text).join()).toContain('町の東')

  await index.ingestor.reindex()
  expect(await findEverywhere(ways)).toEqual([])

  // The same words in another document are that document's.
  await index.ingestor.ingestTexts({ documents: [copy] })
  expect(await findEverywhere(ways)).toEqual(['copy.md'])

  // Cut into other passages, of a text that has changed around it.
  const changed = {
    ...bridge,
    text: `橋の由来を記す。\n\n${bridge.text.replaceAll('# 完成\n\n', '').replaceAll('# 管理\n\n', '')}`,
  }
  const { embedder } = getBundledModels()
  const whole = createIngestor({
    records: index.database.ingestion,
    generations: index.store,
    embedder,
    chunker: createChunker(),
  })
  await whole.ingestTexts({ documents: [changed] })
  expect((await index.database.documents.get(documentId)).text).toContain('橋の由来')
  expect(await findEverywhere(ways)).toEqual(['copy.md'])

  await exclusions.restore(id)
  expect(await findEverywhere(ways)).toEqual(['bridge.md', 'copy.md'])
})

it('goes with its document, and counts as a trace of it while it is there', async () => {
  const { exclusions, erasure } = index.database
  await exclusions.exclude({ documentId, text: secret, start: 0, by: 'admin' })
  expect(await exclusions.exclude({ documentId, text: secret, start: 9, by: 'other' })).toMatchObject({ by: 'admin' })
  expect(await exclusions.list({ documentId })).toHaveLength(1)
  const before = await exclusions.revision()
  expect((await erasure.count({ documentId, uris: [bridge.uri] })).quarantine).toBe(1)
  await erasure.erase({ documentId, uris: [bridge.uri], text: `別の文。${secret}` })
  expect(await exclusions.list()).toHaveLength(1)
  await erasure.erase({ documentId, uris: [bridge.uri] })
  expect(await exclusions.list()).toEqual([])
  expect(await exclusions.revision()).not.toBe(before)
  await expect(exclusions.exclude({ documentId, text: ' ', start: 0, by: 'a' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  })
})
