import type { SearchFilters } from '@shutten/core'
import type { ExploreOptions } from '@shutten/retrieval'

type Parameters = Record<string, string | string[] | undefined>

/** What one side of the playground searches with, as the address says it. */
export interface PlaygroundSettings {
  mode: 'hybrid' | 'dense' | 'lexical'
  k: number
  /** Candidates of each side before fusion. */
  depth: number
  /** Share of the dense side, percent. */
  weight: number
  rerank: boolean
  /** How many are reranked. */
  first: number
  /** Weight of the fused score beside the reranker's, hundredths. */
  fused: number
  /** Of the gate, percent; null for that of the calibration. */
  threshold: number | null
  language: 'ja' | 'en' | null
  tag: string
  source: string
  /** Id; null for the one that serves. */
  generation: string | null
}

export interface Playground {
  query: string
  a: PlaygroundSettings
  /** The other side of a comparison. */
  b: PlaygroundSettings | null
}

export const playgroundDefaults: PlaygroundSettings = {
  mode: 'hybrid',
  k: 10,
  depth: 100,
  weight: 50,
  rerank: true,
  first: 8,
  fused: 100,
  threshold: null,
  language: null,
  tag: '',
  source: '',
  generation: null,
}

export const playgroundLimits = {
  k: { min: 1, max: 50 },
  depth: { min: 10, max: 500 },
  weight: { min: 0, max: 100 },
  first: { min: 0, max: 50 },
  fused: { min: 0, max: 500 },
  threshold: { min: 0, max: 100 },
} as const

/** Reads the address. What is missing is as it is unless said, of `b` as it is of `a`; what is no such value counts as missing. */
export function readPlayground(parameters: Parameters): Playground {
  const query = one(parameters.q).trim().slice(0, 2_000)
  const a = readSide(parameters, '', playgroundDefaults)
  return { query, a, b: one(parameters.compare) ? readSide(parameters, 'b-', a) : null }
}

function readSide(parameters: Parameters, prefix: string, unsaid: PlaygroundSettings): PlaygroundSettings {
  const given = (name: string) =>
    parameters[prefix + name] === undefined ? null : one(parameters[prefix + name]).trim()
  const whole = (name: keyof typeof playgroundLimits): number | null => {
    const { min, max } = playgroundLimits[name]
    const said = given(name)
    if (said === null || !/^\d{1,4}$/.test(said)) return null
    return Math.min(max, Math.max(min, Number(said)))
  }
  const choice = <T extends string>(name: string, values: readonly T[]) => values.find((value) => value === given(name))
  const rerank = given('rerank')
  const language = given('language')
  return {
    mode: choice('mode', ['hybrid', 'dense', 'lexical'] as const) ?? unsaid.mode,
    k: whole('k') ?? unsaid.k,
    depth: whole('depth') ?? unsaid.depth,
    weight: whole('weight') ?? unsaid.weight,
    rerank: rerank === null ? unsaid.rerank : rerank !== 'off',
    first: whole('first') ?? unsaid.first,
    fused: whole('fused') ?? unsaid.fused,
    threshold: given('threshold') === '' ? null : (whole('threshold') ?? unsaid.threshold),
    language: language === null ? unsaid.language : language === 'ja' || language === 'en' ? language : null,
    tag: (given('tag') ?? unsaid.tag).slice(0, 200),
    source: (given('source') ?? unsaid.source).slice(0, 2_000),
    generation: given('generation') === null ? unsaid.generation : given('generation') || null,
  }
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : (value?.[0] ?? ''))

/** The settings as the explorer takes them. */
export function toExploreOptions({ query, settings }: { query: string; settings: PlaygroundSettings }): ExploreOptions {
  const { mode, k, depth, weight, rerank, first, fused, threshold, language, tag, source, generation } = settings
  const filters: SearchFilters = {
    ...(language && { languages: [language] }),
    ...(tag && { tags: [tag] }),
    ...(source && { sources: [source] }),
  }
  return {
    query,
    k,
    mode,
    rerank,
    generation,
    filters: Object.keys(filters).length > 0 ? filters : null,
    settings: { candidates: depth, denseWeight: weight / 100, rerankFirst: first, fusedWeight: fused / 100 },
    ...(threshold !== null && { threshold: threshold / 100 }),
  }
}

/** The address that says all of it, without what is as it is unless said. */
export function playgroundHref({ query, a, b }: Playground): string {
  const search = new URLSearchParams()
  if (query) search.set('q', query)
  const write = (prefix: string, settings: PlaygroundSettings, unsaid: PlaygroundSettings) => {
    for (const [name, value] of Object.entries(settings)) {
      if (value === unsaid[name as keyof PlaygroundSettings]) continue
      search.set(prefix + name, name === 'rerank' ? (value ? 'on' : 'off') : value === null ? '' : String(value))
    }
  }
  write('', a, playgroundDefaults)
  if (b) {
    search.set('compare', '1')
    write('b-', b, a)
  }
  return search.size > 0 ? `/admin/playground?${search}` : '/admin/playground'
}
