import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DeleteReport } from '@shutten/core'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

export const registerDelete: RegisterCommand = (program, run) => {
  program
    .command('delete')
    .description('remove a document everywhere, and prove that nothing finds it')
    .argument('<document>', 'its id, URI or path')
    .option('--json', 'print one JSON value')
    .action((name: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        const { documents, jobs } = application.database
        const document =
          (await documents.find(name)) ??
          (await documents.get(pathToFileURL(path.resolve(name)).href).catch(() => documents.get(name)))
        const job = await jobs.create({ kind: 'delete', documentId: document.id })
        const report = (await followJob({ application, job, printer, signal })) as DeleteReport
        printer.result(report, ({ deleted, proof, heldBy = [] }) =>
          [
            `deleted ${deleted}`,
            `still found: ${proof.passages} passages, ${proof.vectors} vectors, ${proof.lexical} lexical entries`,
            ...heldBy.map(({ id, name, uri, pattern }) => {
              const remedy =
                pattern === null
                  ? `\`pnpm shutten sources disable ${id}\` ends that`
                  : `\`pnpm shutten sources exclude ${id} '${pattern}'\` leaves it out`
              return `The source ${name} still holds ${uri} and brings it back at its next run; ${remedy}.`
            }),
          ].join('\n'),
        )
        return 0
      }, options),
    )
}
