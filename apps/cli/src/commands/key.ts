import { createHash, randomBytes } from 'node:crypto'
import { type KeyScope, keyScopes, type Role, roles, toScopes } from '@shutten/core'
import { Option } from 'commander'
import type { RegisterCommand } from './command.js'
import { parseDays } from './parse-days.js'

interface Options {
  json?: boolean
  role: Role
  scope?: KeyScope[]
  days?: number
}

export const registerKey: RegisterCommand = (program, run) => {
  program
    .command('key')
    .description('make an API key; it is shown once and stored as its hash')
    .argument('<name>', 'what it is for')
    .addOption(new Option('--role <role>', 'it may do what this role may').choices([...roles]).default('admin'))
    .addOption(new Option('--scope <scope...>', 'what it may do, in place of a role').choices([...keyScopes]))
    .option('--days <days>', 'for how long; without, until it is revoked', parseDays)
    .option('--json', 'print one JSON value')
    .action((name: string, options: Options) =>
      run(async ({ openApplication, printer }) => {
        const { database } = await openApplication()
        const { role, days } = options
        const scopes = options.scope ?? toScopes(role)
        const key = `sk_${randomBytes(32).toString('base64url')}`
        const made = { name, scopes, prefix: key.slice(0, 9), createdBy: 'shutten key' }
        const expiresAt = days === undefined ? null : new Date(Date.now() + days * 24 * 60 * 60 * 1000)
        const tokenHash = createHash('sha256').update(key).digest('hex')
        const { id } = await database.accounts.createApiKey({ ...made, tokenHash, expiresAt })
        await database.audit.record({
          actor: { kind: 'server', id: null, name: 'shutten key' },
          action: 'api-key.create',
          target: name,
          details: { prefix: made.prefix, scopes: scopes.join(' '), expiresAt: expiresAt?.toISOString() ?? null },
          address: null,
        })
        printer.result(
          { id, name, role, scopes, expiresAt: expiresAt?.toISOString() ?? null, key },
          (result) => `${result.key}\nSend it as \`Authorization: Bearer …\`. It is not shown again.`,
        )
        return 0
      }, options),
    )
}
