import path from 'node:path'
import type { IngestReport } from '@shutten/core'
import { renderIngestReport } from '../output/render-ingest-report.js'
import type { RegisterCommand } from './command.js'
import { collect } from './filters.js'
import { followJob } from './follow-job.js'

const isUrl = (location: string) => /^https?:\/\//i.test(location)

export const registerIngest: RegisterCommand = (program, run) => {
  program
    .command('ingest')
    .description('add files, folders or web pages, and wait until they can be found')
    .argument('<location...>', 'files, folders or http(s) addresses')
    .option('--tag <tag>', 'a tag for these documents; may be repeated', collect)
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      '\nText, Markdown, HTML and CSV are read. A folder that was ingested before is brought up to date:\nchanged files are updated, vanished ones removed.',
    )
    .action((locations: string[], options: { json?: boolean; tag?: string[] }) =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        const job = await application.database.jobs.create({
          kind: 'ingest',
          locations: locations.map((location) => (isUrl(location) ? location : path.resolve(location))),
          ...(options.tag ? { tags: options.tag } : {}),
        })
        const report = (await followJob({ application, job, printer, signal })) as IngestReport
        for (const failure of report.failed) printer.failure(failure)
        printer.result(report, renderIngestReport)
        return report.failed.length > 0 ? 1 : 0
      }, options),
    )
}
