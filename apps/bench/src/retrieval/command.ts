import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type SystemName, systemNames } from './systems/retrieval-system.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

interface RetrievalFlags {
  passages: number[]
  queries: number
  systems: SystemName[]
  clients: number[]
  seconds: number
  loads: number
  seed: number
  rebuild: boolean
  folder: string
  evaluation: string
  profile?: string
  json: boolean
}

/** `bench retrieval`: search against its peers. */
export function registerRetrieval(program: Command): void {
  program
    .command('retrieval')
    .description(
      "measure search (load, latency, throughput, memory, files, quality) against LangChain's HNSWLib + BM25Retriever and against the embedder with raw hnswlib-node, in one run",
    )
    .option('--passages <numbers>', 'sizes of the collection', parseNumbers, [10_000, 100_000])
    .option('--queries <number>', 'different questions', parseNumber, 300)
    .addOption(
      new Option('--systems <names>', `some of ${systemNames.join(',')}`)
        .argParser(parseSystems)
        .default([...systemNames], 'all'),
    )
    .option('--clients <numbers>', 'concurrent clients', parseNumbers, [1, 4, 16])
    .option('--seconds <number>', 'least duration of a phase', parseSeconds, 15)
    .option('--loads <number>', 'loads measured, each in a fresh process; the median counts', parseNumber, 3)
    .option('--seed <number>', 'of the choice of questions and of the distractors', parseNumber, 1)
    .option('--rebuild', 'build the indexes anew', false)
    .option('--folder <folder>', 'keeps the indexes between runs', path.join(root, 'data', 'bench'))
    .option('--evaluation <folder>', 'holds jsquad/ and jaquad/', path.join(root, '..', 'shared', 'eval'))
    .option('--profile <folder>', 'leave a CPU profile of each system there')
    .option('--json', 'print one JSON value', false)
    .action(async ({ queries, evaluation, profile, json, folder, ...flags }: RetrievalFlags) => {
      const { runRetrievalBench } = await import('./run-retrieval-bench.js')
      const { renderRetrievalReport } = await import('./report/render-retrieval-report.js')
      const report = await runRetrievalBench({
        ...flags,
        questions: queries,
        folder: path.resolve(folder),
        evaluationFolder: path.resolve(evaluation),
        profileFolder: profile ? path.resolve(profile) : null,
        onProgress: (text) => process.stderr.write(`${text} …\n`),
      })
      process.stdout.write(`${json ? JSON.stringify(report) : renderRetrievalReport(report)}\n`)
    })
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is needed.')
  return number
}

function parseSeconds(text: string): number {
  const seconds = Number(text)
  if (!Number.isFinite(seconds) || seconds <= 0) throw new InvalidArgumentError('More than 0 seconds are needed.')
  return seconds
}

function parseNumbers(text: string): number[] {
  return text.split(',').map(parseNumber)
}

function parseSystems(text: string): SystemName[] {
  return text.split(',').map((name) => {
    const known = systemNames.find((one) => one === name)
    if (!known) throw new InvalidArgumentError(`There is no system ${name}.`)
    return known
  })
}
