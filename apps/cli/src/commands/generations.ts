import { type GenerationSummary, type IngestReport, ShuttenError } from '@shutten/core'
import { renderIngestReport } from '../output/render-ingest-report.js'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

/** `generations` and `rollback`: what serves, what served before, and back again. */
export const registerGenerations: RegisterCommand = (program, run) => {
  program
    .command('generations')
    .description('the index that serves and the one before, which `rollback` goes back to')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const application = await openApplication()
        const generations = await application.listGenerations()
        printer.result({ generations }, () => generations.map(renderGeneration).join('\n') || 'Nothing is indexed yet.')
        return 0
      }, options),
    )
  program
    .command('rollback')
    .description('let the index before serve again; run again, it goes forward again')
    .option('--to <id>', 'a generation of `shutten generations`; the one before unless given')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean; to?: string }) =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        const generation = options.to ?? findPrevious(await application.listGenerations())
        const job = await application.database.jobs.create({ kind: 'rollback', generation })
        const report = (await followJob({ application, job, printer, signal })) as IngestReport
        printer.result(report, renderIngestReport)
        return 0
      }, options),
    )
}

function findPrevious(generations: readonly GenerationSummary[]): string {
  const previous = generations.find(({ isServing }) => !isServing)
  if (previous) return previous.id
  throw new ShuttenError({
    code: 'GENERATION_NOT_KEPT',
    message: 'There is no generation to go back to.',
    suggestion: 'One is kept from each change of the index to the next; a deletion keeps none.',
  })
}

function renderGeneration(generation: GenerationSummary): string {
  const { id, isServing, isWhole, embedder, documents, passages, linked, createdAt, servedAt, bytes } = generation
  const state = isServing ? 'serves' : isWhole ? 'kept' : 'damaged'
  return [
    `${id}  ${state}  ${documents} documents, ${passages} passages (${linked} linked), ${(bytes / 2 ** 20).toFixed(1)} MiB`,
    `    made ${createdAt ?? '?'}, switched to ${servedAt}, by ${embedder}`,
  ].join('\n')
}
