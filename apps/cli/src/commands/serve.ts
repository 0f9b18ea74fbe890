import { supervise } from '../serve/supervise.js'
import type { RegisterCommand } from './command.js'

export const registerServe: RegisterCommand = (program, run) => {
  program
    .command('serve')
    .description('serve the chat and the admin on HOST and PORT, with a worker; both end together')
    .option('--samples', 'index the sample articles when the data folder is empty')
    .action((options: { samples?: boolean }) =>
      run(async ({ configuration, openApplication, printer, signal }) => {
        const application = await openApplication()
        return supervise({ configuration, application, printer, signal, samples: options.samples ?? false })
      }, {}),
    )
}
