import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { Document } from '@langchain/core/documents'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { createTestIndex, getBundledModels, type TestIndex } from '../fixtures/create-test-index.js'
import { describeVectorStore } from '../fixtures/describe-vector-store.js'
import { createLangChainEmbeddings } from './create-langchain-embeddings.js'
import { createLangChainVectorStore } from './create-langchain-vector-store.js'
import { ShuttenVectorStore } from './shutten-vector-store.js'

const { embedder } = getBundledModels()
const embeddings = createLangChainEmbeddings({ embedder })

const storeOptions = ({ generations, ingestor }: TestIndex) => ({
  generations,
  embedder,
  ingest: (documents: Parameters<typeof ingestor.ingestTexts>[0]['documents']) => ingestor.ingestTexts({ documents }),
  remove: (documentId: string) => ingestor.remove({ documentId }),
})

const opened: TestIndex[] = []
afterAll(async () => {
  for (const index of opened) await index.close()
})
async function openIndex(folder: string): Promise<TestIndex> {
  const index = await createTestIndex(folder)
  opened.push(index)
  return index
}

const [first, second] = [createSuiteFolder(), createSuiteFolder()]

describeVectorStore({
  name: "LangChain's MemoryVectorStore",
  create: async () => ({
    store: new MemoryVectorStore(embeddings),
    filterTo: (source) => (document: Document) => document.metadata.source === source,
  }),
})

describeVectorStore({
  name: 'the generation that serves',
  create: async () => ({
    store: createLangChainVectorStore(storeOptions(await openIndex(first))),
    filterTo: (source) => ({ sources: [source] }),
  }),
})

describe('ShuttenVectorStore', () => {
  it('adds, replaces and deletes documents by id', async () => {
    const index = await openIndex(second)
    const documents = [
      new Document({ id: 'whale', pageContent: '鯨は哺乳類である。', metadata: { title: '鯨', language: 'ja' } }),
      new Document({ pageContent: '鮫は魚類である。' }),
    ]
    const store = await ShuttenVectorStore.fromDocuments(documents, embeddings, storeOptions(index))
    const [whale] = await store.similaritySearch('鯨とは何ですか？', 1)
    expect(whale?.metadata).toMatchObject({ documentId: 'whale', title: '鯨', language: 'ja', uri: 'langchain:whale' })
    const { text } = await index.database.documents.get('whale')
    expect(text.slice(whale?.metadata.start, whale?.metadata.end)).toBe(whale?.pageContent)

    const [shark] = await store.addDocuments([new Document({ pageContent: '鮫は軟骨魚である。' })], { ids: ['shark'] })
    expect(shark).toBe('shark')
    await store.addDocuments([new Document({ id: 'whale', pageContent: '鯨は海に住む。' })])
    const texts = (await store.similaritySearch('海の生き物', 10)).map(({ pageContent }) => pageContent)
    expect(texts.toSorted()).toEqual(['鮫は軟骨魚である。', '鮫は魚類である。', '鯨は海に住む。'])

    await store.delete({ ids: ['whale', 'never-there'] })
    const rest = (await store.similaritySearch('鯨とは何ですか？', 10)).map(({ metadata }) => metadata.documentId)
    expect(rest).not.toContain('whale')
    expect(rest).toHaveLength(2)
  })

  it('says which document was not taken in', async () => {
    const store = createLangChainVectorStore(storeOptions(await openIndex(second)))
    const adding = store.addDocuments([new Document({ id: 'blank', pageContent: '  ' })])
    await expect(adding).rejects.toMatchObject({
      code: 'INGEST_INCOMPLETE',
      message: expect.stringContaining('langchain:blank'),
    })
  })
})
