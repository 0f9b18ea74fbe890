import type { RerankForm } from './rerank-form.js'
import { resultList } from './result-list.js'

/**
 * Jina, POST /v1/rerank: `{ model, query, documents, top_n, return_documents }`. vLLM, Xinference and others serve the
 * same form. The batch is this project's choice: the page names no limit of documents.
 * Source: https://jina.ai/reranker
 */
export const jinaForm: RerankForm = {
  path: '/v1/rerank',
  publicUrl: 'https://api.jina.ai',
  namesModel: true,
  batchSize: 100,
  buildBody: ({ model, query, texts }) => ({
    model,
    query,
    documents: texts,
    top_n: texts.length,
    return_documents: false,
  }),
  answer: resultList,
}
