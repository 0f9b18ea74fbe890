import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { analyze, createSynonyms, loadSynonymDictionary, type Synonyms } from '@shutten/text'
import { createMemoryIndex } from '../index/create-memory-index.js'
import { findRank } from '../index/find-rank.js'
import { exchangeNames } from '../queries/exchange-names.js'
import { writeInHiragana } from '../queries/write-in-hiragana.js'
import type { AnalyzerSet } from '../sets/analyzer-set.js'
import { weights } from './measure-foldings.js'
import { type Quality, toQuality } from './quality.js'

export interface SynonymMeasurement {
  title: string
  /** Questions as they are, by set. */
  clean: Record<string, Quality>
  /** A name exchanged for another of the dictionary; the same questions as they were. */
  exchanged: Quality
  original: Quality
  /** An abbreviation exchanged for its letters read out. */
  readings: Quality
  /** Katakana words in hiragana. */
  hiragana: Quality
}

export interface SynonymReport {
  measurements: SynonymMeasurement[]
  dictionary: {
    groups: number
    /** Milliseconds of processor time, and bytes of heap, until names can be looked for. */
    load: { processor: number; memory: number }
    /** Milliseconds of processor time to look at a question. */
    find: number
  }
}

/** What other names of a query bring: none, those by rule, those by rule and of the dictionary. */
export async function measureSynonyms(sets: readonly AnalyzerSet[]): Promise<SynonymReport> {
  const memory = measureHeap()
  const started = process.cpuUsage()
  const groups = await loadSynonymDictionary()
  const all = createSynonyms({ groups })
  const load = { processor: toMilliseconds(process.cpuUsage(started)), memory: measureHeap() - memory }

  const indexed = sets.map((set) => ({ set, index: createMemoryIndex({ documents: set.documents, analyze }) }))
  const exchanged = sets.map((set) => exchangeNames({ set, synonyms: all, readings: false }))
  const readings = sets.map((set) => exchangeNames({ set, synonyms: all, readings: true }))
  const variants: [string, Synonyms][] = [
    ['none', { find: () => [] }],
    ['by rule', createSynonyms()],
    ['by rule and of the dictionary', all],
  ]
  const measurements = variants.map(([title, synonyms]): SynonymMeasurement => {
    const rank = (at: number, text: string, relevant: readonly number[]) =>
      findRank(indexed[at]?.index.score({ text, weights, also: synonyms.find(text) }) ?? new Float64Array(), relevant)
    return {
      title,
      clean: Object.fromEntries(
        sets.map((set, at) => [
          set.name,
          toQuality(set.questions.map(({ text, relevant }) => rank(at, text, relevant))),
        ]),
      ),
      exchanged: toQuality(exchanged.flatMap((of, at) => of.map(({ text, relevant }) => rank(at, text, relevant)))),
      original: toQuality(
        exchanged.flatMap((of, at) => of.map(({ original, relevant }) => rank(at, original, relevant))),
      ),
      readings: toQuality(readings.flatMap((of, at) => of.map(({ text, relevant }) => rank(at, text, relevant)))),
      hiragana: toQuality(
        sets.flatMap((set, at) =>
          set.questions
            .filter(({ text }) => writeInHiragana(text) !== text)
            .map(({ text, relevant }) => rank(at, writeInHiragana(text), relevant)),
        ),
      ),
    }
  })

  const questions = sets.flatMap((set) => set.questions)
  const asked = process.cpuUsage()
  for (const { text } of questions) all.find(text)
  const find = toMilliseconds(process.cpuUsage(asked)) / questions.length
  return { measurements, dictionary: { groups: groups.length, load, find } }
}

/** Bytes in use once everything unused is collected. */
function measureHeap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

function toMilliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
