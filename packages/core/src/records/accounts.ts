export const roles = ['reader', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/**
 * What an API key may do: `ask` questions and search, write `documents` and run sources, see and steer `jobs`; `admin` is
 * everything that an admin may.
 */
export const keyScopes = ['ask', 'documents', 'jobs', 'admin'] as const
export type KeyScope = (typeof keyScopes)[number]

export interface Account {
  id: string
  name: string
  role: Role
  /** As the password hasher gave it (PHC string). */
  passwordHash: string
  /** ISO 8601, UTC: since when nobody can sign in with it; null while one can. */
  disabledAt: string | null
}

/** An account as a list shows it. Times are ISO 8601, UTC. */
export interface AccountSummary extends Omit<Account, 'passwordHash'> {
  createdAt: string
  lastSignInAt: string | null
}

/** A sign-in that holds. Times are ISO 8601, UTC. */
export interface SessionSummary {
  id: string
  createdAt: string
  expiresAt: string
  /** To some minutes. Null in sessions from before it was kept. */
  lastSeenAt: string | null
  userAgent: string | null
  address: string | null
}

/** An API key as a list shows it. Times are ISO 8601, UTC. */
export interface ApiKeySummary {
  id: string
  name: string
  scopes: KeyScope[]
  /** How the key begins. */
  prefix: string
  createdAt: string
  /** Who made it, by the name of then. */
  createdBy: string | null
  expiresAt: string | null
  /** To a minute. */
  lastUsedAt: string | null
}

/** Accounts, sessions and API keys. Tokens are kept as sha256 only: who reads the database cannot sign in. */
export interface AccountRepository {
  findByName(name: string): Promise<Account | null>
  /** Errors: ACCOUNT_NOT_FOUND. */
  get(id: string): Promise<Account>
  count(): Promise<number>
  /** By name. */
  list(): Promise<AccountSummary[]>
  /** Makes the account of this name, or gives it this role and password and lets it sign in again. */
  save(options: { name: string; role: Role; passwordHash: string }): Promise<Account>
  /** Errors: ACCOUNT_EXISTS. */
  create(options: { name: string; role: Role; passwordHash: string }): Promise<Account>
  /**
   * Changes role and whether one can sign in; who cannot has no session left.
   * Errors: ACCOUNT_NOT_FOUND; LAST_ADMIN, where no admin would be left who can sign in.
   */
  change(id: string, changes: { role?: Role; isDisabled?: boolean }): Promise<Account>
  /** Ends all sessions of the account. Errors: ACCOUNT_NOT_FOUND. */
  setPassword(id: string, passwordHash: string): Promise<void>
  /** Errors: ACCOUNT_NOT_FOUND, LAST_ADMIN. */
  remove(id: string): Promise<Account>

  createSession(options: {
    accountId: string
    tokenHash: string
    expiresAt: Date
    userAgent?: string | null
    address?: string | null
  }): Promise<void>
  /** One that holds, of an account that can sign in; notes that it was seen. */
  findSession(tokenHash: string): Promise<{ id: string; account: Account; expiresAt: string } | null>
  removeSession(tokenHash: string): Promise<void>
  /** Those that hold, the last seen first. */
  listSessions(accountId: string): Promise<SessionSummary[]>
  /** Errors: SESSION_NOT_FOUND. */
  endSession(options: { accountId: string; id: string }): Promise<void>
  /** Ends all sessions of an account but one; says how many. */
  endOtherSessions(options: { accountId: string; keep: string | null }): Promise<number>

  createApiKey(options: {
    name: string
    tokenHash: string
    scopes: readonly KeyScope[]
    prefix: string
    expiresAt?: Date | null
    createdBy?: string | null
  }): Promise<{ id: string }>
  /** One that holds; notes that it was used. */
  findApiKey(tokenHash: string): Promise<{ id: string; name: string; scopes: KeyScope[] } | null>
  /** The newest first, with those that are over. */
  listApiKeys(): Promise<ApiKeySummary[]>
  /** Errors: API_KEY_NOT_FOUND. */
  removeApiKey(id: string): Promise<ApiKeySummary>
}
