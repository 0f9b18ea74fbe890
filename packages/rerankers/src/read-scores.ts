import type { RerankForm } from './forms/rerank-form.js'

/** Probabilities from the answer's body, in the order of the texts. Null when it does not score each text once. */
export function readScores(options: {
  form: RerankForm
  body: string
  count: number
  /** The service gives logits. */
  areLogits: boolean
}): number[] | null {
  const { form, body, count, areLogits } = options
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null
  }
  const answer = form.answer.safeParse(json)
  if (!answer.success || answer.data.length !== count) return null
  const scores: number[] = new Array(count).fill(Number.NaN)
  for (const { index, score } of answer.data) {
    if (index < 0 || index >= count || !Number.isNaN(scores[index])) return null
    scores[index] = areLogits ? 1 / (1 + Math.exp(-score)) : Math.min(1, Math.max(0, score))
  }
  return scores
}
