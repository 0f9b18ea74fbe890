import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

interface AnalyzerFlags {
  queries: number
  seed: number
  evaluation: string
  json: boolean
}

/** `bench analyzers`: words, bigrams, a dictionary; spellings; other names. */
export function registerAnalyzers(program: Command): void {
  program
    .command('analyzers')
    .description(
      'measure lexical search alone with words, bigrams and a dictionary analyser, without each folding of spelling, and with other names',
    )
    .option('--queries <number>', 'questions of each set', parseNumber, 600)
    .option('--seed <number>', 'of the choice of questions', parseNumber, 1)
    .option('--evaluation <folder>', 'holds jsquad/ and jaquad/', path.join(root, '..', 'shared', 'eval'))
    .option('--json', 'print one JSON value', false)
    .action(async ({ queries, seed, evaluation, json }: AnalyzerFlags) => {
      const { benchAnalyzers } = await import('./bench-analyzers.js')
      const { renderAnalyzerReport } = await import('./report/render-analyzer-report.js')
      const report = await benchAnalyzers({
        evaluationFolder: path.resolve(evaluation),
        questions: queries,
        seed,
        onProgress: (text) => process.stderr.write(`${text} …\n`),
      })
      process.stdout.write(`${json ? JSON.stringify(report) : renderAnalyzerReport(report)}\n`)
    })
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is needed.')
  return number
}
