import path from 'node:path'
import type { IngestReport } from '@shutten/core'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

export const registerRepair: RegisterCommand = (program, run) => {
  program
    .command('repair')
    .description('make new records of what can still be read of a damaged database, and build the index anew')
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      '\nStop the server and the worker first. The damaged database is kept beside the new one.\nDocuments that could not be read are named: ingest their sources again.',
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

function renderRepair(report: { documents: number; lost: string[]; unreadable: Record<string, number> }): string {
  const { documents, lost, unreadable } = report
  const tables = Object.keys(unreadable)
  return [
    `${documents} documents were kept and indexed anew.`,
    ...(tables.length > 0 ? [`Not all could be read of: ${tables.join(', ')}.`] : []),
    ...(lost.length > 0 ? ['Ingest these again:', ...lost.map((uri) => `  ${uri}`)] : []),
    ...(tables.length > 0 && lost.length === 0 ? ['Ingest your sources again: what is missing comes back.'] : []),
  ].join('\n')
}
