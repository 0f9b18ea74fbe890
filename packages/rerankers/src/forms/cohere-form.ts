import type { RerankForm } from './rerank-form.js'
import { resultList } from './result-list.js'

/**
 * Cohere, POST /v2/rerank: `{ model, query, documents, top_n }`; scores lie between 0 and 1, documents are cut at 4,096
 * tokens by the service, and more than 1,000 in a request are advised against.
 * Source: https://docs.cohere.com/v2/reference/rerank
 */
export const cohereForm: RerankForm = {
  path: '/v2/rerank',
  publicUrl: 'https://api.cohere.com',
  namesModel: true,
  batchSize: 1_000,
  buildBody: ({ model, query, texts }) => ({ model, query, documents: texts, top_n: texts.length }),
  answer: resultList,
}
