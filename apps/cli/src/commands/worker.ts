import type { RegisterCommand } from './command.js'

export const registerWorker: RegisterCommand = (program, run) => {
  program
    .command('worker')
    .description('work jobs off until stopped')
    .action(() =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        const runner = await application.createJobRunner()
        printer.note('The worker waits for jobs.')
        await runner.runForever({ signal })
        return 0
      }, {}),
    )
}
