import type { RegisterCommand } from './command.js'

export const registerDoctor: RegisterCommand = (program, run) => {
  program
    .command('doctor')
    .description('check the machine and the data folder')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer, configuration }) => {
        const { examine } = await import('../doctor/examine.js')
        const checks = await examine({ configuration, openApplication })
        const ok = checks.every((check) => check.ok)
        printer.result({ ok, checks }, (report) =>
          report.checks
            .map(
              ({ name, ok, detail, fix }) =>
                `${ok ? 'ok  ' : 'BAD '} ${name}: ${detail}${fix ? `\n     → ${fix}` : ''}`,
            )
            .join('\n'),
        )
        return ok ? 0 : 1
      }, options),
    )
}
