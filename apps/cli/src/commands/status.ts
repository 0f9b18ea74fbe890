import type { RegisterCommand } from './command.js'

export const registerStatus: RegisterCommand = (program, run) => {
  program
    .command('status')
    .description('what serves now, and what is being worked on')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer, configuration }) => {
        const application = await openApplication()
        const { database } = application
        const [generations, serving, jobs, worker] = await Promise.all([
          application.listGenerations(),
          database.ingestion.findServing(),
          database.jobs.list({ limit: 20 }),
          database.leases.findHolder('writer'),
        ])
        const status = {
          dataFolder: configuration.dataFolder,
          generation: serving?.id ?? null,
          documents: serving?.documents ?? 0,
          passages: serving?.passages ?? 0,
          linked: generations.find(({ isServing }) => isServing)?.linked ?? 0,
          previous: generations.find(({ isServing }) => !isServing)?.id ?? null,
          model: serving?.embedder ?? null,
          servedAt: serving?.servedAt ?? null,
          worker: worker?.owner ?? null,
          jobs,
        }
        printer.result(status, (value) =>
          [
            `data folder  ${value.dataFolder}`,
            `generation   ${value.generation ?? '(nothing indexed yet)'}`,
            `documents    ${value.documents}`,
            `passages     ${value.passages}${value.linked > 0 ? `, ${value.linked} of which say what another says` : ''}`,
            `go back to   ${value.previous ?? '(nothing is kept)'}`,
            `embedder     ${value.model ?? '–'}`,
            `worker       ${value.worker ?? 'none'}`,
            ...value.jobs.map((job) => `job ${job.id}  ${job.request.kind}  ${job.status}  ${job.createdAt}`),
          ].join('\n'),
        )
        return 0
      }, options),
    )
}
