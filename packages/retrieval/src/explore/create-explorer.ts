import {
  type Embedder,
  type Generation,
  parseQuestion,
  parseSearchFilters,
  type Reader,
  type Reranker,
} from '@shutten/core'
import type { AnswererParts } from '../answer/answerer-parts.js'
import { defaultCalibration, type EvidenceCalibration } from '../answer/calibration.js'
import { type CollectedEvidence, collectEvidence } from '../answer/collect-evidence.js'
import { findAside } from '../aside/find-aside.js'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { createGuard, type Guard } from '../guard/create-guard.js'
import { type AnalyzedQuestion, analyzeQuestion } from '../question/analyze-question.js'
import { focusQuery } from '../question/focus-query.js'
import { refineDepth } from '../refine/refine-depth.js'
import { refineResults } from '../refine/refine-results.js'
import { rerankCandidates } from '../rerank/rerank-candidates.js'
import { findCandidates } from '../search/find-candidates.js'
import type { Fused } from '../search/fuse.js'
import { parseSearchOptions } from '../search/parse-search-options.js'
import { defaultRetrievalSettings, type RetrievalSettings } from '../search/retrieval-settings.js'
import { withAlike } from '../search/with-alike.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import { beginStage } from '../tracing/begin-stage.js'
import { explainGate } from './explain-gate.js'
import type { Exploration, ExploredPassage, ExploreOptions, Gate, StagePlace } from './exploration.js'
import { createFateFinder } from './find-fate.js'
import { findMissing } from './find-missing.js'

/** Passages that count as the nearest. */
const nearestLooked = 10

export interface Explorer {
  /**
   * A query through every stage of search and through the gate, as a search and an answer would go, with what each stage
   * made of each passage. Nothing is written, and nothing comes from a cache.
   * Errors: those of a search; GENERATION_NOT_FOUND for a generation that is not kept.
   */
  explore(options: ExploreOptions): Promise<Exploration>
}

/** @param options.open a generation by its id, to look at one that does not serve */
export function createExplorer(options: {
  generations: ServingGenerations
  open: (id: string) => Promise<Generation>
  embedder: Embedder
  reader: Reader
  reranker: Reranker | null
  synonyms?: SynonymSource | null
  guard?: Guard
  calibration?: EvidenceCalibration
}): Explorer {
  const { embedder, reader, synonyms = null, guard = createGuard() } = options

  async function acquire(id: string | null) {
    const serving = await options.generations.acquire()
    if (id === null || serving.generation.id === id) return serving
    serving.release()
    const generation = await options.open(id)
    return { generation, release: () => generation.close() }
  }

  return {
    async explore(asked) {
      const { query, k, filters, rerank } = parseSearchOptions(asked)
      const { signal } = asked
      const settings: RetrievalSettings = {
        ...defaultRetrievalSettings,
        ...asked.settings,
        ...(asked.mode === 'dense' && { denseWeight: 1 }),
        ...(asked.mode === 'lexical' && { denseWeight: 0 }),
      }
      const calibration = { ...(options.calibration ?? defaultCalibration) }
      if (asked.threshold !== undefined) calibration.threshold = asked.threshold
      const question = analyzeQuestion(focusQuery(query))
      const reranker = rerank ? options.reranker : null
      const { generation, release } = await acquire(asked.generation ?? null)
      try {
        const shared = { generation, embedder, settings, filters, synonyms, ...(signal && { signal }) }
        const search = await exploreSearch({
          ...shared,
          reranker,
          query: question.text,
          k,
          mode: asked.mode ?? 'hybrid',
        })
        const parts: AnswererParts = {
          ...options,
          embedder,
          reader,
          reranker,
          writer: null,
          synonyms,
          settings,
          calibration,
          cache: null,
          guard,
          unsupportedSentences: 'drop',
        }
        const gate = await exploreGate({
          parts,
          query,
          question,
          generation,
          filters: parseSearchFilters(asked.filters),
          signal,
        })
        return {
          query: question.text,
          kind: question.kind,
          generation: generation.id,
          ...search.found,
          gate: gate.gate,
          missing: findMissing({
            question,
            generation,
            nearest: search.found.passages.slice(0, nearestLooked).map(({ passage }) => passage),
          }),
          timings: { search: search.timings, answer: gate.timings },
        }
      } finally {
        release()
      }
    },
  }
}

type Found = Pick<Exploration, 'reranker' | 'counts' | 'passages' | 'results' | 'warnings'>

/** The stages of a search, each kept. */
async function exploreSearch(
  options: Omit<Parameters<typeof findCandidates>[0], 'depth' | 'timings'> & {
    reranker: Reranker | null
    k: number
    mode: NonNullable<ExploreOptions['mode']>
  },
): Promise<{ found: Found; timings: Record<string, number> }> {
  const { generation, reranker, query, k, settings, filters, mode, signal } = options
  const timings: Record<string, number> = {}
  const depth = Math.max(refineDepth(k), reranker ? settings.rerankFirst : 0)
  const candidates = await findCandidates({ ...options, depth, timings })
  const fused = candidates.filter((hit) => mode === 'hybrid' || hit[mode] !== null)
  const passages = new Map(
    generation.getPassages(fused.map(({ ordinal }) => ordinal)).map((passage) => [passage.ordinal, passage]),
  )
  const all = fused.flatMap((hit) => {
    const passage = passages.get(hit.ordinal)
    return passage ? [{ passage, fused: hit }] : []
  })
  let started = performance.now()
  const ranked = await rerankCandidates({
    reranker,
    query,
    candidates: all.slice(0, depth),
    settings,
    ...(signal && { signal }),
  })
  if (reranker) timings.rerank = performance.now() - started
  started = performance.now()
  const found = withAlike({ generation, found: ranked.found, filters })
  const results = refineResults({ found, query, k, isReranked: ranked.reranker !== null })
  timings.refine = performance.now() - started
  const dense = rankBy(candidates, ({ dense }) => dense)
  const lexical = rankBy(candidates, ({ lexical }) => lexical)
  const places = new Map(ranked.found.map((hit, i) => [hit.passage.ordinal, { hit, rank: i + 1 }]))
  const findFate = createFateFinder({ order: ranked.found.map(({ passage }) => passage.id), results })
  return {
    timings,
    found: {
      reranker: ranked.reranker,
      counts: {
        dense: dense.size,
        lexical: lexical.size,
        both: candidates.filter((hit) => hit.dense !== null && hit.lexical !== null).length,
        fused: all.length,
        considered: ranked.found.length,
        reranked: ranked.found.filter(({ reranked }) => reranked !== null).length,
      },
      passages: all.map(({ passage, fused: hit }, i): ExploredPassage => {
        const { id, documentId, versionId, title, uri, headingPath, language, start, end, text } = passage
        const place = places.get(passage.ordinal)
        return {
          passage: { id, documentId, versionId, title, uri, headingPath, language, start, end, text },
          dense: dense.get(hit.ordinal) ?? null,
          lexical: lexical.get(hit.ordinal) ?? null,
          fused: { rank: i + 1, score: hit.score },
          reranked:
            place && ranked.reranker !== null
              ? {
                  rank: place.rank,
                  score: place.hit.score,
                  probability: place.hit.reranked,
                  skipped: place.hit.skipped,
                }
              : null,
          fate: findFate(id),
        }
      }),
      results,
      warnings: ranked.warning ? [ranked.warning] : [],
    },
  }
}

function rankBy(hits: readonly Fused[], value: (hit: Fused) => number | null): Map<number, StagePlace> {
  const scored = hits.flatMap((hit) => {
    const score = value(hit)
    return score === null ? [] : [{ ordinal: hit.ordinal, score }]
  })
  scored.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
  return new Map(scored.map(({ ordinal, score }, i) => [ordinal, { rank: i + 1, score }]))
}

/** What the gate would say, and why. */
async function exploreGate(options: {
  parts: AnswererParts
  query: string
  question: AnalyzedQuestion
  generation: Generation
  filters: ReturnType<typeof parseSearchFilters>
  signal: AbortSignal | undefined
}): Promise<{ gate: Gate; timings: Record<string, number> }> {
  const { parts, query, question, generation, filters, signal } = options
  const timings: Record<string, number> = {}
  const policy = await parts.guard.checkQuestion(parseQuestion(query))
  const isAside = !policy && findAside({ question: query, isFirst: true }) !== null
  const stage = beginStage({ name: 'shutten.explore' })
  try {
    const collecting = collectEvidence({
      parts,
      request: {
        asked: query,
        question,
        rewritten: null,
        rewritingUsage: null,
        generation,
        conversationId: null,
        history: [],
        filters,
        started: performance.now(),
        ...(signal && { signal }),
      },
      stage,
      timings,
    })
    let next = await collecting.next()
    while (!next.done) next = await collecting.next()
    const evidence: CollectedEvidence = next.value
    const told = evidence.isSufficient ? 'answered' : 'refused'
    return {
      timings,
      gate: {
        verdict: policy ? 'policy' : isAside ? 'aside' : told,
        confidence: evidence.confidence,
        threshold: parts.calibration.threshold,
        policy,
        evidence: explainGate({ drafts: evidence.drafts, model: parts.calibration.answer }),
        unanswered: evidence.unanswered,
      },
    }
  } finally {
    stage.end()
  }
}
