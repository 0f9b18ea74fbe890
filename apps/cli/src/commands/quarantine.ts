import { type QuarantinedDocument, ShuttenError } from '@shutten/core'
import { renderIngestReport } from '../output/render-ingest-report.js'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

/** What hygiene held back, why, and what is to become of it. */
export const registerQuarantine: RegisterCommand = (program, run) => {
  const quarantine = program
    .command('quarantine')
    .description('look at documents that were held back before indexing, release or reject them')
  quarantine
    .command('list', { isDefault: true })
    .description('what is held back, the newest first')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const found = await database.quarantine.list({ limit: 1_000 })
        printer.result(found, ({ documents }) => documents.map(renderLine).join('\n') || 'Nothing is held back.')
        return 0
      }, options),
    )
  quarantine
    .command('show')
    .description('a document that is held back, with what was found in it')
    .argument('<id>', 'of the list')
    .option('--json', 'print one JSON value')
    .action((id: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const document = await database.quarantine.find(id)
        if (!document) throw createNotFoundError(id)
        printer.result(document, renderDocument)
        return 0
      }, options),
    )
  quarantine
    .command('release')
    .description('take a document in as it is; the decision holds for this very content')
    .argument('<id>', 'of the list')
    .option('--json', 'print one JSON value')
    .action((id: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        const job = await application.releaseDocument(id)
        const report = await followJob({ application, job, printer, signal })
        printer.result(report, (value) => ('added' in value ? renderIngestReport(value) : ''))
        return 0
      }, options),
    )
  quarantine
    .command('reject')
    .description('keep a document out; it is no longer to be decided about')
    .argument('<id>', 'of the list')
    .option('--json', 'print one JSON value')
    .action((id: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const { text: _, ...document } = await database.quarantine.decide(id, 'rejected')
        printer.result(document, renderLine)
        return 0
      }, options),
    )
}

function renderLine({ id, status, title, uri, findings }: Omit<QuarantinedDocument, 'text'>): string {
  return `${id}  ${status}  ${title}  ${uri}  ${[...new Set(findings.map(({ kind }) => kind))].join(', ')}`
}

function renderDocument(document: QuarantinedDocument): string {
  const found = document.findings.map(({ kind, rule, reason, field, start, end }) => {
    const words = (field === 'title' ? document.title : document.text).slice(start, end).replace(/\s+/g, ' ')
    return `  ${kind} (${rule}): ${reason.ja} / ${reason.en}\n    「${words.slice(0, 200)}」`
  })
  return [renderLine(document), ...found].join('\n')
}

function createNotFoundError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'DOCUMENT_NOT_FOUND',
    message: `Nothing is held back under ${id}.`,
    suggestion: 'Run `pnpm shutten quarantine` for what is.',
  })
}
