import type { Analyze } from '@shutten/text'
import { type DictionaryName, loadAnalyzer } from '../analyzers/load-analyzer.js'
import type { Cost } from '../cost/cost.js'
import { measureCost } from '../cost/measure-cost.js'
import { createMemoryIndex, type MemoryIndex, type TermWeights } from '../index/create-memory-index.js'
import { findRank } from '../index/find-rank.js'
import type { AnalyzerSet } from '../sets/analyzer-set.js'
import { type Quality, toQuality } from './quality.js'

export interface AnalyzerMeasurement {
  title: string
  /** The best on the first half of the questions of all sets. */
  weights: TermWeights
  /** By set: on the half that the weight was not chosen on. */
  heldOut: Record<string, Quality>
  all: Record<string, Quality>
  /** Of the whole analyser, which makes words and bigrams. */
  cost: Cost
}

const latinWeights = [1, 2, 3, 4]
const bigramWeights = [0.25, 0.35, 0.5, 0.7, 1, 2]
const withoutBigrams = latinWeights.map((latinWord) => ({ word: 1, latinWord, bigram: 0 }))
const onlyBigrams = latinWeights.map((latinWord) => ({ word: 0, latinWord, bigram: 1 }))
const together = latinWeights.flatMap((latinWord) => bigramWeights.map((bigram) => ({ word: 1, latinWord, bigram })))
const isFirstHalf = (position: number) => position % 2 === 0

/** ICU's words, bigrams, a dictionary's words, alone and together; lexical search only. */
export async function measureAnalyzers(sets: readonly AnalyzerSet[]): Promise<AnalyzerMeasurement[]> {
  const texts = sets.flatMap(({ documents }) => documents.map(({ body }) => body))
  const measurements: AnalyzerMeasurement[] = []
  const add = async (name: DictionaryName, candidates: Readonly<Record<string, readonly TermWeights[]>>) => {
    const cost = await measureCost({ name, texts })
    const indexed = indexSets(sets, await loadAnalyzer(name))
    for (const [title, weights] of Object.entries(candidates))
      measurements.push({ title, ...measure({ indexed, candidates: weights }), cost })
  }
  await add('icu', { 'words (ICU)': withoutBigrams, bigrams: onlyBigrams, 'words (ICU) and bigrams': together })
  await add('lindera', { 'words (dictionary)': withoutBigrams, 'words (dictionary) and bigrams': together })
  return measurements
}

interface IndexedSet {
  set: AnalyzerSet
  index: MemoryIndex
}

function indexSets(sets: readonly AnalyzerSet[], analyze: Analyze): IndexedSet[] {
  return sets.map((set) => ({ set, index: createMemoryIndex({ documents: set.documents, analyze }) }))
}

function measure(options: {
  indexed: readonly IndexedSet[]
  candidates: readonly TermWeights[]
}): Omit<AnalyzerMeasurement, 'title' | 'cost'> {
  const { indexed, candidates } = options
  const rankAll = (weights: TermWeights, choose: (position: number) => boolean) =>
    indexed.map(({ set, index }) => rank({ set, index, weights }).filter((_, position) => choose(position)))
  const quality = candidates.map((weights) => toQuality(rankAll(weights, isFirstHalf).flat()).mrr10)
  const weights = candidates[quality.indexOf(Math.max(...quality))] as TermWeights
  const byName = (choose: (position: number) => boolean) => {
    const ranks = rankAll(weights, choose)
    return Object.fromEntries(indexed.map(({ set: { name } }, at) => [name, toQuality(ranks[at] ?? [])]))
  }
  return {
    weights,
    heldOut: byName((position) => !isFirstHalf(position)),
    all: byName(() => true),
  }
}

function rank({ set, index, weights }: IndexedSet & { weights: TermWeights }): number[] {
  return set.questions.map(({ text, relevant }) => findRank(index.score({ text, weights }), relevant))
}
