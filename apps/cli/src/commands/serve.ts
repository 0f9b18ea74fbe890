import { supervise } from '../serve/supervise.js'
import type { RegisterCommand } from './command.js'

export const registerServe: RegisterCommand = (program, run) => {
  program
    .command('serve')
    .description('serve the chat and the admin on HOST and PORT, with a worker; both end together')
    .option('--samples', 'index the sample articles when the data folder is empty')
    .action((options: { samples?: boolean }) =>
      run(
        ({ configuration, printer, signal }) =>
          supervise({ configuration, printer, signal, samples: options.samples ?? false }),
        {},
      ),
    )
}
