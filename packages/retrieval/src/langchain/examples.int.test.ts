import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Document } from '@langchain/core/documents'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, onTestFinished, test } from 'vitest'
import { createTestIndex, getBundledModels } from '../fixtures/create-test-index.js'
import { openSearcher } from '../fixtures/examples/langchain-in-shutten.js'
import { openRetriever, openStore, quote } from '../fixtures/examples/shutten-in-langchain.js'

const root = path.resolve(import.meta.dirname, '..', '..')
const { embedder, reader } = getBundledModels()
const question = '東京タワーの高さは何メートルですか？'
const answer = '東京タワーの高さは333メートルである。'

test('the README shows the examples as they are', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8')
  const shown = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
  const examples = ['shutten-in-langchain', 'langchain-in-shutten'].map((name) =>
    readFile(path.join(root, 'src/fixtures/examples', `${name}.ts`), 'utf8'),
  )
  expect(shown).toEqual(await Promise.all(examples))
})

test('Shutten serves in a LangChain application', async () => {
  const { generations, ingestor, ...index } = await createTestIndex(await createTemporaryFolder())
  onTestFinished(() => index.close())
  const store = openStore(generations, embedder, ingestor)
  const [id = ''] = await store.addDocuments([
    new Document({ pageContent: answer, metadata: { title: '東京タワー' } }),
    new Document({ pageContent: '猫は一日に十二時間ほど眠る。', metadata: { title: '猫' } }),
  ])
  const chain = quote(openRetriever(generations, embedder, reader))
  expect((await chain.invoke(question)).split('\n')[0]).toBe(`「${answer}」（東京タワー）`)
  await store.delete({ ids: [id] })
  expect(await chain.invoke(question)).not.toContain(answer)
})

test('a LangChain vector store serves in Shutten', async () => {
  const { results } = await (await openSearcher(embedder, reader)).search({ query: question, k: 1 })
  expect(results).toEqual([expect.objectContaining({ text: answer, uri: 'tower.md', start: 0, end: answer.length })])
})
