import type { Goal, SizeReport } from './retrieval-report.js'

/** The goals of docs/performance.md that a size's measurements speak to. */
export function checkGoals({ passages, systems }: SizeReport): Goal[] {
  const goals: Goal[] = []
  const add = (name: string, value: number, comparison: Goal['comparison'], limit: number) => {
    const isMet = comparison === 'at most' ? value <= limit : comparison === 'at least' ? value >= limit : value > limit
    goals.push({ passages, name, value, comparison, limit, isMet })
  }
  const { shutten, langchain, hnswlib } = systems
  if (!shutten) return goals
  if (hnswlib) add('p50 as a multiple of embedder + hnswlib', shutten.latency.p50 / hnswlib.latency.p50, 'at most', 2)
  if (langchain) {
    add("LangChain's load time as a multiple of ours", langchain.load / shutten.load, 'at least', 10)
    for (const clients of Object.keys(shutten.perSecond)) {
      const ratio = (shutten.perSecond[clients] ?? 0) / (langchain.perSecond[clients] ?? Number.POSITIVE_INFINITY)
      add(`our questions a second as a multiple of LangChain's, ${clients} at once`, ratio, 'at least', 5)
    }
    if (shutten.quality && langchain.quality)
      add("MRR@10 beyond LangChain's", shutten.quality.mrr10 - langchain.quality.mrr10, 'more than', 0)
  }
  return goals
}
