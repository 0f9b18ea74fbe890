import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DeleteReport } from '@shutten/core'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

const places: Record<keyof DeleteReport['proof'], string> = {
  passages: 'passages',
  vectors: 'vectors',
  lexical: 'lexical entries',
  cache: 'cached vectors',
  uploads: 'uploaded files',
  payloads: 'texts in jobs',
  quarantine: 'held back',
  answers: 'stored answers',
}

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
            `still found: ${Object.entries(proof)
              .map(([place, count]) => `${count} ${places[place as keyof typeof proof]}`)
              .join(', ')}`,
            ...heldBy.map(({ id, name, uri, pattern }) => {
              const remedy =
                pattern === null
                  ? `\`pnpm shutten sources disable ${id}\` ends that`
                  : `\`pnpm shutten sources exclude ${id} '${pattern}'\` leaves it out`
              return `The source ${name} still holds ${uri} and brings it back at its next run; ${remedy}.`
            }),
          ].join('\n'),
        )
        return Object.values(report.proof).some((count) => count > 0) ? 1 : 0
      }, options),
    )
}
