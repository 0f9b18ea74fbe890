import type { Job } from '@shutten/core'
import type { Command } from 'commander'
import type { RegisterCommand, RunVerb } from './command.js'
import { followJob } from './follow-job.js'
import { parseNumber } from './parse-number.js'

const changes = {
  pause: 'stop a job until it is resumed; what it has got done stays',
  resume: 'let a paused job go on, and see it to its end',
  cancel: 'end a job for good; what serves stays as it is',
  retry: 'do what is left of a finished job, and see it to its end',
} as const

/** What happened to jobs, and what is to happen to them. Without a verb of its own: the newest jobs. */
export const registerJobs: RegisterCommand = (program, run) => {
  const jobs = program.command('jobs').description('look at jobs, pause, resume, cancel them, try again what failed')
  jobs
    .command('list', { isDefault: true })
    .description('the newest jobs')
    .option('--limit <n>', 'how many', parseNumber, 20)
    .option('--json', 'print one JSON value')
    .action((options: { limit: number; json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const found = await database.jobs.list({ limit: options.limit })
        printer.result({ jobs: found }, (value) => value.jobs.map(renderJob).join('\n') || 'No job yet.')
        return 0
      }, options),
    )
  jobs
    .command('show')
    .description('a job and its items')
    .argument('<id>', 'of the job')
    .option('--json', 'print one JSON value')
    .action((id: string, options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const job = await database.jobs.get(id)
        const counts = await database.jobItems.count(id)
        const items = await database.jobItems.list({ jobId: id, limit: 10_000 })
        printer.result({ ...job, counts, items }, (value) =>
          [
            renderJob(value),
            ...value.items.map(
              ({ position, status, outcome, attempts, uri, error }) =>
                `${position}  ${outcome ?? status}  ${attempts}×  ${uri}${error ? `  ${error.code} ${error.message}` : ''}`,
            ),
          ].join('\n'),
        )
        return 0
      }, options),
    )
  for (const action of ['pause', 'resume', 'cancel', 'retry'] as const) addChange({ jobs, run, action })
}

function addChange(options: { jobs: Command; run: RunVerb; action: keyof typeof changes }): void {
  const { jobs, run, action } = options
  const verb = jobs.command(action).description(changes[action]).argument('<id>', 'of the job')
  if (action === 'retry') verb.option('--item <position>', 'only this item', parseNumber)
  verb.option('--json', 'print one JSON value').action((id: string, given: { item?: number; json?: boolean }) =>
    run(async ({ openApplication, printer, signal }) => {
      const application = await openApplication()
      const { jobs: records } = application.database
      const job = await records.get(id)
      if (action === 'retry') await records.retry(id, given.item === undefined ? {} : { position: given.item })
      else await records[action](id)
      if (action === 'retry' || action === 'resume') await followJob({ application, job, printer, signal })
      printer.result(await records.get(id), renderJob)
      return 0
    }, given),
  )
}

function renderJob({ id, request, status, createdAt, error, repeated }: Job): string {
  const what = 'name' in request ? `${request.kind} ${request.name}` : request.kind
  return `${id}  ${what}  ${status}  ${createdAt}${error ? `  ${error.code} ${error.message}` : ''}${
    repeated ? `  (${repeated.times} times so since ${repeated.since})` : ''
  }`
}
