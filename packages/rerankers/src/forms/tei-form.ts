import { z } from 'zod'
import type { RerankForm } from './rerank-form.js'

/**
 * Text Embeddings Inference, POST /rerank: `{ query, texts, raw_scores, truncate }` gives `[{ index, score }]`. With
 * `raw_scores: false` the server applies the sigmoid itself. `truncate` cuts what the model cannot take, in place of an
 * error; 32 texts are what a server takes in one request unless told otherwise (`--max-client-batch-size`).
 * Source: https://huggingface.github.io/text-embeddings-inference
 */
export const teiForm: RerankForm = {
  path: '/rerank',
  publicUrl: null,
  namesModel: false,
  batchSize: 32,
  buildBody: ({ query, texts }) => ({ query, texts, raw_scores: false, truncate: true }),
  answer: z.array(z.object({ index: z.number().int(), score: z.number() })),
}
