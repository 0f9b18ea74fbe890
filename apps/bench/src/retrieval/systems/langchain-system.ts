import { EnsembleRetriever } from '@langchain/classic/retrievers/ensemble'
import { BM25Retriever } from '@langchain/community/retrievers/bm25'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import type { Embedder } from '@shutten/core'
import { formatPassage } from '@shutten/ingestion'
import { type BuildOptions, type OpenOptions, type RetrievalSystem, resultCount } from './retrieval-system.js'

/** LangChain's vector store on disk, made by its own means: default graph, documents in memory, three files. */
export async function buildLangChain({ folder, corpus, embedder }: BuildOptions): Promise<void> {
  const { dimension } = embedder
  const store = new HNSWLib(new QueryEmbeddings(null), { space: 'cosine', numDimensions: dimension })
  // As `formatPassage` gives it to the embedder: title and text, so that both of its retrievers see what ours see.
  const documents = corpus.passages.map(
    (passage) => new Document({ pageContent: formatPassage(passage), metadata: { id: passage.id } }),
  )
  await store.addVectors(
    corpus.vectors.map((vector) => Array.from(vector)),
    documents,
  )
  await store.save(folder)
}

/**
 * The vector store and BM25 under an EnsembleRetriever (reciprocal rank fusion), with LangChain's defaults.
 *
 * @param options.splitsWords BM25Retriever takes what stands between white space for a word, which in Japanese is the
 * whole question; with this it is given words by `Intl.Segmenter`, as a user would who has found that out
 */
export async function openLangChain({
  folder,
  embedder,
  splitsWords,
}: OpenOptions & { splitsWords: boolean }): Promise<RetrievalSystem> {
  const store = await HNSWLib.load(folder, new QueryEmbeddings(embedder))
  const lexical = BM25Retriever.fromDocuments([...store.docstore._docs.values()], { k: resultCount })
  // Private in its types, and the only way in.
  if (splitsWords) Object.assign(lexical, { preprocessFunc: splitWords })
  const retriever = new EnsembleRetriever({
    retrievers: [store.asRetriever({ k: resultCount }), lexical],
  })
  return {
    async search(query) {
      const documents = await retriever.invoke(query)
      return { ranked: documents.slice(0, resultCount).map(({ metadata }) => [metadata.id as string]) }
    },
    async close() {},
  }
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

function splitWords(text: string): string[] {
  return [...segmenter.segment(text.toLowerCase())].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}

class QueryEmbeddings extends Embeddings {
  constructor(private readonly embedder: Embedder | null) {
    super({})
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from((await this.embedder?.embedQuery(text)) ?? [])
  }

  async embedDocuments(): Promise<number[][]> {
    throw new Error('Passages come with their vectors.')
  }
}
