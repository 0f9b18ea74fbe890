import type { IngestReport, Job } from '@shutten/core'
import { renderIngestReport } from '../../output/render-ingest-report.js'
import type { CommandContext, RegisterCommand } from '../command.js'
import { followJob } from '../follow-job.js'
import { renderSource, renderSourceLine } from './render-source.js'
import { addSourceOptions, readSourceOptions, type SourceOptions } from './source-options.js'

/** Where articles come from again and again: folders, pages, sitemaps, feeds, each visited by its own schedule. */
export const registerSources: RegisterCommand = (program, run) => {
  const sources = program
    .command('sources')
    .description('keep folders, pages, sitemaps and feeds that are visited again by their schedules')

  sources
    .command('list', { isDefault: true })
    .description('all sources')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const manager = await (await openApplication()).openSourceManager()
        printer.result(
          { sources: await manager.list() },
          (value) =>
            value.sources.map(renderSourceLine).join('\n') ||
            'No source yet. `pnpm shutten sources add --kind folder --location <path>` adds one.',
        )
        return 0
      }, options),
    )

  sources
    .command('show')
    .description('one source')
    .argument('<source>', 'its id or name')
    .option('--json', 'print one JSON value')
    .action((name: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const manager = await (await openApplication()).openSourceManager()
        printer.result(await manager.get(name), renderSource)
        return 0
      }, options),
    )

  const add = sources
    .command('add')
    .description('add a source; a worker visits it at once, and then by its schedule')
    .requiredOption('--kind <folder|url|sitemap|feed>', 'what it is')
    .requiredOption('--location <path|url>', 'where it is')
  addSourceOptions(add)
    .addHelpText(
      'after',
      '\nWithout --schedule a folder is visited every 5 minutes, a feed every hour, a sitemap or a page at 4 in the morning.',
    )
    .action((options: SourceOptions) =>
      run(async ({ openApplication, printer }) => {
        const manager = await (await openApplication()).openSourceManager()
        const source = await manager.add(readSourceOptions(options))
        printer.result(source, renderSource)
        printer.note(`A worker visits it at once; \`pnpm shutten sources run ${source.id}\` does so without one.`)
        return 0
      }, options),
    )

  const edit = sources
    .command('edit')
    .description('change a source; lists that are given take the place of those before')
    .argument('<source>', 'its id or name')
    .option('--location <path|url>', 'where it is; documents that are not there are removed at the next visit')
  addSourceOptions(edit).action((name: string, options: SourceOptions) =>
    run(async ({ openApplication, printer }) => {
      const manager = await (await openApplication()).openSourceManager()
      printer.result(await manager.edit(name, readSourceOptions(options)), renderSource)
      return 0
    }, options),
  )

  sources
    .command('exclude')
    .description('leave paths out of a source, beside those that are left out; their documents go at the next visit')
    .argument('<source>', 'its id or name')
    .argument('<glob...>', 'over the path below the folder, or over the path of the address')
    .option('--json', 'print one JSON value')
    .action((name: string, globs: string[], options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const manager = await (await openApplication()).openSourceManager()
        const { exclude } = await manager.get(name)
        printer.result(await manager.edit(name, { exclude: [...new Set([...exclude, ...globs])] }), renderSource)
        return 0
      }, options),
    )

  for (const [verb, enabled] of [
    ['enable', true],
    ['disable', false],
  ] as const)
    sources
      .command(verb)
      .description(
        enabled
          ? 'have a source visited again, at once and by its schedule'
          : 'visit a source no more; its documents stay',
      )
      .argument('<source>', 'its id or name')
      .option('--json', 'print one JSON value')
      .action((name: string, options: { json?: boolean }) =>
        run(async ({ openApplication, printer }) => {
          const manager = await (await openApplication()).openSourceManager()
          printer.result(await manager.edit(name, { enabled }), renderSource)
          return 0
        }, options),
      )

  sources
    .command('run')
    .description('visit a source now, and wait until what it holds can be found')
    .argument('<source>', 'its id or name')
    .option('--full', 'read everything again, also what its source says is unchanged')
    .option('--json', 'print one JSON value')
    .action((name: string, options: { full?: boolean; json?: boolean }) =>
      run(async (context) => {
        const manager = await (await context.openApplication()).openSourceManager()
        const { job, isNew } = await manager.run(name, { isFull: options.full ?? false })
        if (!isNew) context.printer.note(`A run of it is under way (job ${job.id}); it is followed.`)
        const report = await followReport(context, job)
        context.printer.result(report, renderIngestReport)
        return report.failed.length > 0 ? 1 : 0
      }, options),
    )

  sources
    .command('remove')
    .description('remove a source; its documents stay unless told otherwise')
    .argument('<source>', 'its id or name')
    .option('--delete-documents', 'also remove its documents, but for those that another source holds')
    .option('--keep-documents', 'what happens unless told otherwise')
    .option('--json', 'print one JSON value')
    .action((name: string, options: { deleteDocuments?: boolean; json?: boolean }) =>
      run(async (context) => {
        const manager = await (await context.openApplication()).openSourceManager()
        const { removed, documents, job } = await manager.remove(name, {
          deleteDocuments: options.deleteDocuments ?? false,
        })
        const report = job && (await followReport(context, job))
        const deleted = report?.deleted ?? 0
        context.printer.result({ removed, deleted, kept: documents - deleted }, (value) =>
          [`removed ${value.removed}`, `${value.deleted} documents deleted, ${value.kept} stay`].join('\n'),
        )
        return 0
      }, options),
    )
}

async function followReport(context: CommandContext, job: Job): Promise<IngestReport> {
  const { printer, signal } = context
  const application = await context.openApplication()
  const report = (await followJob({ application, job, printer, signal })) as IngestReport
  for (const failure of report.failed) printer.failure(failure)
  return report
}
