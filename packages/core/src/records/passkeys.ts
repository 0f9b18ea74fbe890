/** A passkey of an account, with what its signatures are checked by. */
export interface Passkey {
  id: string
  accountId: string
  /** As the authenticator names it, in base64url. */
  credentialId: string
  /** COSE. */
  publicKey: Uint8Array
  /** Signatures that it has made, by its own count; 0 where it does not count. */
  counter: number
  /** How a browser reaches it, such as `internal` or `usb`. */
  transports: string[]
}

/** A passkey as a list shows it. Times are ISO 8601, UTC. */
export interface PasskeySummary {
  id: string
  name: string
  /** It is on several devices, by the provider of its keychain. */
  isSynced: boolean
  /** The host that it signs in to. */
  rpId: string
  createdAt: string
  lastUsedAt: string | null
}

export interface PasskeyRepository {
  /** Errors: ACCOUNT_NOT_FOUND; PASSKEY_REFUSED for one that is there already. */
  create(options: Omit<Passkey, 'id'> & Pick<PasskeySummary, 'name' | 'isSynced' | 'rpId'>): Promise<PasskeySummary>
  findByCredential(credentialId: string): Promise<Passkey | null>
  /** The newest first. */
  list(accountId: string): Promise<PasskeySummary[]>
  /** Of these accounts, those that have any. */
  count(accountIds: readonly string[]): Promise<Map<string, number>>
  listCredentials(accountId: string): Promise<Pick<Passkey, 'credentialId' | 'transports'>[]>
  /** Notes a signature; false where the counter is no more what it was: another one came first. */
  noteUse(options: { id: string; before: number; counter: number }): Promise<boolean>
  /** Errors: PASSKEY_NOT_FOUND. */
  remove(options: { accountId: string; id: string }): Promise<PasskeySummary>
  /** Gives how many. */
  removeAll(accountId: string): Promise<number>
}
