import { type Account, ShuttenError } from '@shutten/core'

/** Errors: ACCOUNT_FIXED, for the account whose password the environment sets: the next start would undo the change. */
export function assertChangeable(options: { account: Pick<Account, 'name'>; fixedAccount: string | null }): void {
  const { account, fixedAccount } = options
  if (account.name !== fixedAccount) return
  throw new ShuttenError({
    code: 'ACCOUNT_FIXED',
    message: `The account “${account.name}” is set by SHUTTEN_ADMIN_PASSWORD.`,
    suggestion: 'Change or unset that environment variable, and start the server again.',
  })
}
