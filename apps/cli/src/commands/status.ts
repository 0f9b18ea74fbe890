import type { RegisterCommand } from './command.js'

export const registerStatus: RegisterCommand = (program, run) => {
  program
    .command('status')
    .description('what serves now, and what is being worked on')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer, configuration }) => {
        const { database } = await openApplication()
        const [serving, jobs, worker] = await Promise.all([
          database.ingestion.findServing(),
          database.jobs.list({ limit: 20 }),
          database.leases.findHolder('writer'),
        ])
        const status = {
          dataFolder: configuration.dataFolder,
          generation: serving?.id ?? null,
          documents: serving?.documents ?? 0,
          passages: serving?.passages ?? 0,
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
            `passages     ${value.passages}`,
            `embedder     ${value.model ?? '–'}`,
            `worker       ${value.worker ?? 'none'}`,
            ...value.jobs.map((job) => `job ${job.id}  ${job.request.kind}  ${job.status}  ${job.createdAt}`),
          ].join('\n'),
        )
        return 0
      }, options),
    )
}
