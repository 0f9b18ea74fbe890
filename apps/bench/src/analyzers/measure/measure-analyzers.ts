import { type Analyze, analyze } from '@shutten/text'
import { loadDictionaryAnalyzer } from '../analyzers/load-dictionary-analyzer.js'
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
  /** Characters analysed in a second of processor time. */
  charactersPerSecond: number
  /** Milliseconds of processor time, and bytes, until the first text is analysed. */
  load: { processor: number; memory: number }
}

const latinWeights = [1, 2, 3, 4]
const bigramWeights = [0.25, 0.35, 0.5, 0.7, 1, 2]
const withoutBigrams = latinWeights.map((latinWord) => ({ word: 1, latinWord, bigram: 0 }))
const onlyBigrams = latinWeights.map((latinWord) => ({ word: 0, latinWord, bigram: 1 }))
const together = latinWeights.flatMap((latinWord) => bigramWeights.map((bigram) => ({ word: 1, latinWord, bigram })))
const isFirstHalf = (position: number) => position % 2 === 0

/** ICU's words, bigrams, a dictionary's words, alone and together; lexical search only. */
export async function measureAnalyzers(sets: readonly AnalyzerSet[]): Promise<AnalyzerMeasurement[]> {
  const measurements: AnalyzerMeasurement[] = []
  const add = async (title: string, load: () => Promise<Analyze>, candidates: readonly TermWeights[]) => {
    const { value, ...cost } = await weighLoad(load)
    measurements.push({ title, ...measure({ sets, analyze: value, candidates }), load: cost })
  }
  const own = async () => analyze
  const dictionary = () => loadDictionaryAnalyzer({ analyze })
  await add('words (ICU)', own, withoutBigrams)
  await add('bigrams', own, onlyBigrams)
  await add('words (ICU) and bigrams', own, together)
  await add('words (dictionary)', dictionary, withoutBigrams)
  await add('words (dictionary) and bigrams', dictionary, together)
  return measurements
}

async function weighLoad(load: () => Promise<Analyze>) {
  const memory = process.memoryUsage().rss
  const started = process.cpuUsage()
  const value = await load()
  value('最初の文')
  const { user, system } = process.cpuUsage(started)
  return { value, processor: (user + system) / 1000, memory: Math.max(0, process.memoryUsage().rss - memory) }
}

function measure(options: {
  sets: readonly AnalyzerSet[]
  analyze: Analyze
  candidates: readonly TermWeights[]
}): Omit<AnalyzerMeasurement, 'title' | 'load'> {
  const { sets, analyze, candidates } = options
  const started = process.cpuUsage()
  let characters = 0
  const counted: Analyze = (text) => {
    characters += text.length
    return analyze(text)
  }
  const indexed = sets.map((set) => ({ set, index: createMemoryIndex({ documents: set.documents, analyze: counted }) }))
  const { user, system } = process.cpuUsage(started)
  const rankAll = (weights: TermWeights, choose: (position: number) => boolean) =>
    indexed.map(({ set, index }) => rank({ set, index, weights }).filter((_, position) => choose(position)))
  const quality = candidates.map((weights) => toQuality(rankAll(weights, isFirstHalf).flat()).mrr10)
  const weights = candidates[quality.indexOf(Math.max(...quality))] as TermWeights
  const byName = (choose: (position: number) => boolean) => {
    const ranks = rankAll(weights, choose)
    return Object.fromEntries(sets.map(({ name }, at) => [name, toQuality(ranks[at] ?? [])]))
  }
  return {
    weights,
    heldOut: byName((position) => !isFirstHalf(position)),
    all: byName(() => true),
    charactersPerSecond: characters / ((user + system) / 1e6),
  }
}

function rank(options: { set: AnalyzerSet; index: MemoryIndex; weights: TermWeights }): number[] {
  const { set, index, weights } = options
  return set.questions.map(({ text, relevant }) => findRank(index.score({ text, weights }), relevant))
}
