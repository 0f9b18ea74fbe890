import { access } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { type AnalyzerMeasurement, measureAnalyzers } from './measure/measure-analyzers.js'
import { type FoldingMeasurement, measureFoldings } from './measure/measure-foldings.js'
import { measureSynonyms, type SynonymReport } from './measure/measure-synonyms.js'
import type { AnalyzerSet } from './sets/analyzer-set.js'
import { readGoldenSet } from './sets/read-golden-set.js'
import { readSquadSet } from './sets/read-squad-set.js'

export interface AnalyzerReport {
  sets: { name: string; documents: number; questions: number }[]
  analyzers: AnalyzerMeasurement[]
  foldings: FoldingMeasurement[]
  synonyms: SynonymReport
}

/**
 * Compares analysers, their foldings of spelling, and other names, by lexical search alone (BM25 in memory).
 * Errors: SOURCE_NOT_FOUND when the folder lacks the sets.
 */
export async function benchAnalyzers(options: {
  /** Holds jsquad/ and jaquad/. */
  evaluationFolder: string
  questions: number
  seed: number
  onProgress?: (text: string) => void
}): Promise<AnalyzerReport> {
  const { evaluationFolder, questions, seed, onProgress } = options
  const sets: AnalyzerSet[] = []
  for (const [name, file] of [
    ['JSQuAD', 'jsquad/valid-v1.3.json'],
    ['JaQuAD', 'jaquad/jaquad_dev_0000.json'],
  ] as const)
    sets.push(await readSquadSet({ name, file: await findFile(path.join(evaluationFolder, file)), questions, seed }))
  const golden = await readGoldenSet()
  onProgress?.('Comparing analysers')
  const analyzers = await measureAnalyzers([...sets, golden])
  onProgress?.('Switching foldings off')
  const foldings = measureFoldings(sets)
  onProgress?.('Exchanging names')
  const synonyms = await measureSynonyms(sets)
  return {
    sets: [...sets, golden].map(({ name, documents, questions }) => ({
      name,
      documents: documents.length,
      questions: questions.length,
    })),
    analyzers,
    foldings,
    synonyms,
  }
}

async function findFile(file: string): Promise<string> {
  try {
    await access(file)
    return file
  } catch (cause) {
    throw new ShuttenError({
      code: 'SOURCE_NOT_FOUND',
      message: `There is no file ${file}.`,
      suggestion: 'Name the folder that holds jsquad/ and jaquad/ with --evaluation.',
      cause,
    })
  }
}
