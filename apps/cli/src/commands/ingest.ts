import path from 'node:path'
import { type IngestReport, ShuttenError, tagsSchema } from '@shutten/core'
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
    .option('--tag <tag>', 'a tag for these documents, in place of those given before; may be repeated', collect)
    .option('--no-tags', 'take away the tags given before')
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      '\nText, Markdown, HTML, CSV, PDF, Word, PowerPoint, Excel, EPUB, and ZIP archives of them are read. A folder that was ingested before is brought up to date:\nchanged files are updated, vanished ones removed.',
    )
    .action((locations: string[], options: { json?: boolean; tag?: string[]; tags: boolean }) =>
      run(async ({ openApplication, printer, signal }) => {
        const tags = options.tag ? parseTags(options.tag) : options.tags ? null : []
        const application = await openApplication()
        const job = await application.database.jobs.create({
          kind: 'ingest',
          locations: locations.map((location) => (isUrl(location) ? location : path.resolve(location))),
          ...(tags && { tags }),
        })
        const report = (await followJob({ application, job, printer, signal })) as IngestReport
        for (const failure of report.failed) printer.failure(failure)
        printer.result(report, renderIngestReport)
        return report.failed.length > 0 ? 1 : 0
      }, options),
    )
}

/** Errors: INPUT_INVALID. */
function parseTags(tags: readonly string[]): string[] {
  const parsed = tagsSchema.safeParse(tags)
  if (parsed.success) return parsed.data
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `The tags are not as expected: ${parsed.error.issues[0]?.message}.`,
    suggestion: 'Give up to 50 tags of 1 to 100 characters; --no-tags takes those given before away.',
  })
}
