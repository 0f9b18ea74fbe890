import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError } from 'commander'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

interface IngestionFlags {
  passages: number[]
  seed: number
  peer: boolean
  folder: string
  corpus: string
  evaluation: string
  out: string
  json: boolean
}

/** `bench ingestion`: indexing beside the embedder alone and LangChain's indexing. */
export function registerIngestion(program: Command): void {
  const folder = path.join(root, 'data', 'bench', 'ingestion')
  program
    .command('ingestion')
    .description(
      "index a corpus with the worker, then 1 % of it changed and nothing changed; beside the embedder alone, searches meanwhile, and LangChain's index() with HNSWLib",
    )
    .option('--passages <numbers>', 'sizes of the corpus', parseNumbers, [5_000])
    .option('--seed <number>', 'of the corpus', parseNumber, 1)
    .option('--no-peer', 'leave LangChain out')
    .option('--folder <folder>', 'for corpora and indexes while they are measured', folder)
    .option('--corpus <folder>', 'holds seeds/', path.join(root, '..', 'shared', 'corpus'))
    .option('--evaluation <folder>', 'holds jsquad/ and jaquad/', path.join(root, '..', 'shared', 'eval'))
    .option('--out <file>', 'takes the report as JSON', path.join(folder, 'report.json'))
    .option('--json', 'print one JSON value', false)
    .action(async ({ corpus, evaluation, out, json, ...flags }: IngestionFlags) => {
      const [{ runIngestionBench }, { renderIngestionReport }] = await Promise.all([
        import('./run-ingestion-bench.js'),
        import('./report/render-ingestion-report.js'),
      ])
      const report = await runIngestionBench({
        ...flags,
        folder: path.resolve(flags.folder),
        corpusFolder: path.resolve(corpus),
        evaluationFolder: path.resolve(evaluation),
        onProgress: (text) => process.stderr.write(`${text} …\n`),
        async onReport(soFar) {
          await mkdir(path.dirname(path.resolve(out)), { recursive: true })
          await writeFile(path.resolve(out), `${JSON.stringify(soFar, null, 2)}\n`)
        },
      })
      process.stdout.write(`${json ? JSON.stringify(report) : renderIngestionReport(report)}\n`)
    })
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is needed.')
  return number
}

const parseNumbers = (text: string) => text.split(',').map(parseNumber)
