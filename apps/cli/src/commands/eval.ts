import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { goldenFile } from '@shutten/sample-articles'
import { Option } from 'commander'
import type { RegisterCommand } from './command.js'
import { parseNumber } from './parse-number.js'

async function readDataset(file: string) {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new ShuttenError({
      code: 'SOURCE_NOT_FOUND',
      message: `The dataset ${file} cannot be read.`,
      suggestion: 'Name a JSON file in the dataset format of docs/evaluation.md.',
      cause,
    })
  })
  const { parseDataset } = await import('@shutten/evaluation')
  try {
    return parseDataset(JSON.parse(text))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new ShuttenError({
      code: 'DATASET_INVALID',
      message: `The dataset ${file} is no JSON: ${cause.message}`,
      suggestion: 'Correct the file; docs/evaluation.md has the format.',
      cause,
    })
  }
}

export const registerEval: RegisterCommand = (program, run) => {
  program
    .command('eval')
    .description('measure retrieval and answers on a dataset; without one, on the golden set over the sample articles')
    .argument('[dataset]', 'a JSON file in the dataset format')
    .addOption(new Option('--only <part>', 'measure this part alone').choices(['retrieval', 'answers']))
    .addOption(new Option('--limit <number>', 'the first questions only').argParser(parseNumber))
    .option('--sources <location...>', 'ingest these first, for a dataset without documents of its own')
    .option('--json', 'print one JSON value')
    .action(
      (
        dataset: string | undefined,
        options: { json?: boolean; only?: 'retrieval' | 'answers'; limit?: number; sources?: string[] },
      ) =>
        run(async (context) => {
          const { renderReport } = await import('@shutten/evaluation')
          const { runEvaluation } = await import('../evaluation/run-evaluation.js')
          const report = await runEvaluation({
            context,
            dataset: await readDataset(dataset ? path.resolve(dataset) : goldenFile),
            sources: options.sources ?? [],
            isGolden: dataset === undefined || path.resolve(dataset) === goldenFile,
            ...(options.only ? { only: options.only } : {}),
            ...(options.limit ? { limit: options.limit } : {}),
          })
          context.printer.result(report, renderReport)
          return 0
        }, options),
    )
}
