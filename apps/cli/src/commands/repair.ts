import path from 'node:path'
import type { IngestReport } from '@shutten/core'
import { renderRepair } from '../output/render-repair.js'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

export const registerRepair: RegisterCommand = (program, run) => {
  program
    .command('repair')
    .description('make new records of what can still be read of a damaged database, and build the index anew')
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      '\nStop the server and the worker first. The damaged database is kept beside the new one.\nWhat could not be read is counted and named: sources with a schedule are visited again by themselves, ingest the others.',
    )
    .action((options: { json?: boolean }) =>
      run(async ({ configuration, openApplication, printer, signal }) => {
        const { salvage } = await import('../composition.js')
        const suffix = `.damaged-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`
        const salvaged = await salvage({ dataFolder: configuration.dataFolder, suffix })
        printer.note(`The damaged database is kept as ${path.basename(salvaged.copy)}.`)
        const application = await openApplication()
        const { total } = await application.database.documents.list({ limit: 1 })
        let index: IngestReport | null = null
        if (total > 0) {
          const { embedder } = await application.openModels()
          const job = await application.database.jobs.create({ kind: 'reindex', embedder: embedder.id })
          index = (await followJob({ application, job, printer, signal })) as IngestReport
        }
        const report = { documents: total, ...salvaged, generation: index?.generation ?? null }
        printer.result(report, renderRepair)
        return 0
      }, options),
    )
}
