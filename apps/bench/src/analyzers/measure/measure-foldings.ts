import { type Analyze, createAnalyzer, type Folding } from '@shutten/text'
import { createMemoryIndex, type MemoryIndex } from '../index/create-memory-index.js'
import { findRank } from '../index/find-rank.js'
import { damages } from '../queries/damages.js'
import type { AnalyzerSet, SetQuestion } from '../sets/analyzer-set.js'
import { type Quality, toQuality } from './quality.js'

/** What one folding brings: everything on, and everything but this one. */
export interface FoldingMeasurement {
  folding: Folding | 'all'
  /** Questions as they are, by set, without the folding. */
  clean: Record<string, Quality>
  damaged: { name: string; asWritten: Quality; withAll: Quality; without: Quality }[]
}

/** As the lexical index weighs them. */
export const weights = { word: 1, latinWord: 3, bigram: 0.7 } as const
export const allFoldings: readonly Folding[] = [...new Set(damages.map(({ folding }) => folding))]

/** Each folding of spelling switched off in turn; the first measurement has all on and the last all off. */
export function measureFoldings(sets: readonly AnalyzerSet[]): FoldingMeasurement[] {
  const full = sets.map((set) => indexSet(set, createAnalyzer()))
  const measure = (folding: Folding | 'all', without: readonly Folding[]): FoldingMeasurement => {
    const partial = without.length > 0 ? sets.map((set) => indexSet(set, createAnalyzer({ without }))) : full
    return {
      folding,
      clean: Object.fromEntries(partial.map(({ set, index }) => [set.name, toQuality(rankAll(index, set.questions))])),
      damaged: damages
        .filter((damage) => without.includes(damage.folding))
        .map(({ name, apply }) => {
          const ranks = (indexed: readonly IndexedSet[], change: (text: string) => string) =>
            indexed.flatMap(({ set, index }) =>
              rankAll(
                index,
                set.questions
                  .filter(({ text }) => apply(text) !== text)
                  .map(({ text, relevant }) => ({ text: change(text), relevant })),
              ),
            )
          return {
            name,
            asWritten: toQuality(ranks(full, (text) => text)),
            withAll: toQuality(ranks(full, apply)),
            without: toQuality(ranks(partial, apply)),
          }
        }),
    }
  }
  return [
    { ...measure('all', []), damaged: [] },
    ...allFoldings.map((folding) => measure(folding, [folding])),
    measure('all', allFoldings),
  ]
}

interface IndexedSet {
  set: AnalyzerSet
  index: MemoryIndex
}

function indexSet(set: AnalyzerSet, analyze: Analyze): IndexedSet {
  return { set, index: createMemoryIndex({ documents: set.documents, analyze }) }
}

function rankAll(index: MemoryIndex, questions: readonly SetQuestion[]): number[] {
  return questions.map(({ text, relevant }) => findRank(index.score({ text, weights }), relevant))
}
