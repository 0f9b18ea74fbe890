import type { DocumentSummary } from '@shutten/core'
import type { RegisterCommand } from './command.js'

const renderSummary = ({ id, title, language, characters, passages, uri }: DocumentSummary) =>
  `${id}  ${title}  (${language}, ${characters} characters, ${passages} passages)\n    ${uri}`

export const registerDocuments: RegisterCommand = (program, run) => {
  program
    .command('documents')
    .description('list the documents that serve')
    .option('--query <text>', 'only those whose title or URI holds this')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean; query?: string }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const list = await database.documents.list({
          limit: Number.MAX_SAFE_INTEGER,
          ...(options.query ? { query: options.query } : {}),
        })
        printer.result(list, ({ total, documents }) =>
          [...documents.map(renderSummary), `${total} documents`].join('\n'),
        )
        return 0
      }, options),
    )
  program
    .command('document')
    .description('show one document with its stored text')
    .argument('<id>', 'its id or URI')
    .option('--json', 'print one JSON value')
    .action((id: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        printer.result(await database.documents.get(id), (document) => `${renderSummary(document)}\n\n${document.text}`)
        return 0
      }, options),
    )
}
