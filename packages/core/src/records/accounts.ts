export type Role = 'reader' | 'editor' | 'admin'

export interface Account {
  id: string
  name: string
  role: Role
  /** As the password hasher gave it (PHC string). */
  passwordHash: string
}

/** Accounts, sessions and API keys. Tokens are kept as sha256 only: who reads the database cannot sign in. */
export interface AccountRepository {
  findByName(name: string): Promise<Account | null>
  count(): Promise<number>
  save(options: { name: string; role: Role; passwordHash: string }): Promise<Account>
  createSession(options: { accountId: string; tokenHash: string; expiresAt: Date }): Promise<void>
  findSession(tokenHash: string): Promise<{ account: Account; expiresAt: string } | null>
  removeSession(tokenHash: string): Promise<void>
  createApiKey(options: { name: string; tokenHash: string; role: Role }): Promise<{ id: string }>
  findApiKey(tokenHash: string): Promise<{ id: string; name: string; role: Role } | null>
}
