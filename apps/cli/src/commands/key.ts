import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '@shutten/core'
import { Option } from 'commander'
import type { RegisterCommand } from './command.js'

export const registerKey: RegisterCommand = (program, run) => {
  program
    .command('key')
    .description('make an API key; it is shown once and stored as its hash')
    .argument('<name>', 'what it is for')
    .addOption(new Option('--role <role>', 'what it may do').choices(['reader', 'editor', 'admin']).default('admin'))
    .option('--json', 'print one JSON value')
    .action((name: string, options: { json?: boolean; role: Role }) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const key = `sk_${randomBytes(32).toString('base64url')}`
        const tokenHash = createHash('sha256').update(key).digest('hex')
        const { id } = await database.accounts.createApiKey({ name, tokenHash, role: options.role })
        printer.result(
          { id, name, role: options.role, key },
          (made) => `${made.key}\nSend it as \`Authorization: Bearer …\`. It is not shown again.`,
        )
        return 0
      }, options),
    )
}
