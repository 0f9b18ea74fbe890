import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { goldenFile } from '@shutten/sample-articles'
import { Option } from 'commander'
import type { EvalOptions } from '../evaluation/perform-eval.js'
import type { RegisterCommand } from './command.js'
import { parseNumber } from './parse-number.js'

interface GivenOptions extends Omit<EvalOptions, 'perturb' | 'dataset' | 'isGolden' | 'committed'> {
  json?: boolean
  list?: boolean
  perturb?: string
}

export const registerEval: RegisterCommand = (program, run) => {
  program
    .command('eval')
    .description('measure retrieval and answers on a dataset; without one, on the golden set over the sample articles')
    .argument('[part]', 'answers or retrieval, to measure that part alone; or the dataset')
    .argument('[dataset]', 'a JSON file in the dataset format')
    .addOption(new Option('--only <part>', 'measure this part alone').choices(['retrieval', 'answers']))
    .addOption(new Option('--limit <number>', 'so many questions, spread over the set').argParser(parseNumber))
    .addOption(new Option('--ask <number>', 'ask only so many of them, search for all').argParser(parseNumber))
    .addOption(new Option('--depth <number>', 'passages to search for, 10 to 100').argParser(parseNumber))
    .option(
      '--perturb <ways>',
      'search for damaged questions too: all, or names with commas; asks nothing unless --ask',
    )
    .addOption(new Option('--seed <number>', 'of resampling and damage').argParser(parseNumber))
    .option('--sources <location...>', 'ingest these first, for a dataset without documents of its own')
    .option('--against <run>', 'compare with a kept run (its name, or latest) or a report file')
    .option('--write-baseline', 'make this run the committed one of its dataset, in docs/evaluation/runs')
    .option('--run <run>', 'measure nothing: take a kept run or a report file')
    .option('--list', 'the runs that were kept')
    .option('--out <file>', 'write the report as JSON')
    .option('--html <file>', 'write the report as one page')
    .addOption(new Option('--language <language>', 'that the page opens in').choices(['ja', 'en']).default('ja'))
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      '\nWays of damage: typo, kana-typo, long-vowel, kana, width, case, padding, short, long.\nEach run is kept in the folder evaluations of the data folder. Unless told\notherwise, `eval answers` and `eval retrieval` compare with the committed run of the dataset, where there is one.',
    )
    .action((first: string | undefined, second: string | undefined, given: GivenOptions) =>
      run(async (context) => {
        const { part, dataset } = readArguments({ first, second, only: given.only })
        const { performEval } = await import('../evaluation/perform-eval.js')
        const { createRunStore } = await import('../evaluation/create-run-store.js')
        const { openCommittedRuns } = await import('../evaluation/committed-run.js')
        const store = createRunStore({ folder: path.join(context.configuration.dataFolder, 'evaluations') })
        const { list, json: _, perturb, ...options } = given
        if (list) {
          const { renderRuns } = await import('../evaluation/render-runs.js')
          context.printer.result({ runs: await store.list() }, ({ runs }) => renderRuns(runs))
          return 0
        }
        await performEval({
          context,
          store,
          committed: openCommittedRuns({ folder: path.join(context.configuration.root, 'docs', 'evaluation', 'runs') }),
          options: {
            ...options,
            ...(part && { only: part }),
            comparesCommitted: part !== undefined,
            dataset: dataset ? path.resolve(dataset) : goldenFile,
            isGolden: dataset === undefined || path.resolve(dataset) === goldenFile,
            perturb: perturb === undefined ? [] : await parsePerturbations(perturb),
          },
        })
        return 0
      }, given),
    )
}

type Part = NonNullable<EvalOptions['only']>

/** `eval answers set.json`, `eval set.json`, `eval answers`. Errors: INPUT_INVALID. */
function readArguments(options: { first: string | undefined; second: string | undefined; only: Part | undefined }): {
  part: Part | undefined
  dataset: string | undefined
} {
  const { first, second, only } = options
  const part = first === 'answers' || first === 'retrieval' ? first : undefined
  if (part === undefined ? second === undefined : only === undefined || only === part)
    return part === undefined ? { part, dataset: first } : { part, dataset: second }
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: part === undefined ? 'More than one dataset is named.' : `Both ${part} and --only ${only} are named.`,
    suggestion: 'Give one dataset, and in front of it answers or retrieval where one part is wanted.',
  })
}

/** Errors: INPUT_INVALID. */
async function parsePerturbations(text: string) {
  const { perturbations } = await import('@shutten/evaluation')
  const names = text.split(',').map((name) => name.trim())
  if (names.includes('all')) return perturbations
  const unknown = names.find((name) => !perturbations.some((known) => known === name))
  if (unknown === undefined) return perturbations.filter((name) => names.includes(name))
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `There is no way of damage named "${unknown}".`,
    suggestion: `Give all, or some of ${perturbations.join(', ')}, with commas between them.`,
  })
}
