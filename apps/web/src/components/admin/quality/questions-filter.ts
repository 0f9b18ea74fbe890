import type { GoldenState } from '@shutten/core'

export const goldenStates = ['right', 'wrong', 'unmeasured', 'disabled'] as const satisfies readonly GoldenState[]

/** What the list of golden questions is narrowed to, as its address says it. */
export interface QuestionsFilter {
  state: GoldenState | null
  kind: string
  language: 'ja' | 'en' | null
  query: string
  page: number
}

type Parameters = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '').trim().slice(0, 500)

/** Reads the address; what it does not know counts as not said. */
export function readQuestionsFilter({ state, kind, language, q, page }: Parameters): QuestionsFilter {
  return {
    state: goldenStates.find((known) => known === state) ?? null,
    kind: one(kind),
    language: language === 'ja' || language === 'en' ? language : null,
    query: one(q),
    page: Math.max(1, Math.min(100_000, Number.parseInt(String(page), 10) || 1)),
  }
}

/** The address of a page of the list. */
export function questionsHref({ state, kind, language, query, page }: QuestionsFilter): string {
  const search = new URLSearchParams()
  if (state) search.set('state', state)
  if (kind) search.set('kind', kind)
  if (language) search.set('language', language)
  if (query) search.set('q', query)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/quality/questions?${search}` : '/admin/quality/questions'
}

/** The address of the form of a new question, filled in. */
export function newGoldenHref(options: {
  question: string
  relevant?: readonly string[]
  evidence?: string
  expects?: 'answer' | 'refusal'
}): string {
  const { question, relevant = [], evidence, expects } = options
  const search = new URLSearchParams({ question })
  for (const id of relevant) search.append('document', id)
  if (evidence) search.set('evidence', evidence)
  if (expects) search.set('expects', expects)
  return `/admin/quality/questions/new?${search}`
}
