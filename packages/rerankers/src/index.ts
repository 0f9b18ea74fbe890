export { createConfiguredReranker } from './create-configured-reranker.js'
export { createHttpReranker } from './create-http-reranker.js'
export type { RerankFormName } from './forms/rerank-forms.js'
