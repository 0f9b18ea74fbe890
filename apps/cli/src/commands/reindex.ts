import { type IngestReport, ShuttenError } from '@shutten/core'
import { renderIngestReport } from '../output/render-ingest-report.js'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

export const registerReindex: RegisterCommand = (program, run) => {
  program
    .command('reindex')
    .description('rebuild everything from the stored text into a new generation, then switch to it')
    .option('--model <id>', 'the embedder to use; it must be the configured one')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean; model?: string }) =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        const { embedder } = await application.openModels()
        if (options.model && options.model !== embedder.id)
          throw new ShuttenError({
            code: 'CONFIGURATION_INVALID',
            message: `The embedder ${options.model} is not the configured one (${embedder.id}).`,
            suggestion:
              'Set SHUTTEN_EMBEDDER to provider:model, or leave it unset for the bundled one, and run again without --model.',
          })
        const job = await application.database.jobs.create({ kind: 'reindex', embedder: embedder.id })
        const report = (await followJob({ application, job, printer, signal })) as IngestReport
        for (const failure of report.failed) printer.failure(failure)
        printer.result(report, renderIngestReport)
        return report.failed.length > 0 ? 1 : 0
      }, options),
    )
}
