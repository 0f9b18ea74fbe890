const depth = 10

export interface Quality {
  mrr10: number
  recall10: number
  questions: number
}

export function toQuality(ranks: readonly number[]): Quality {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    mrr10: mean(ranks.map((rank) => (rank <= depth ? 1 / rank : 0))),
    recall10: mean(ranks.map((rank) => (rank <= depth ? 1 : 0))),
    questions: ranks.length,
  }
}
