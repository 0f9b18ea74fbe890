/** Who did it: a signed-in account, an API key, nobody that is known, or the server by itself. */
export type AuditActorKind = 'session' | 'api-key' | 'nobody' | 'server'

export interface NewAuditEntry {
  actor: { kind: AuditActorKind; id: string | null; name: string }
  /** Such as `account.create`. */
  action: string
  /** What it was done to: its id, or its name where that says more. */
  target: string | null
  /** Plain values; never a secret. */
  details: Record<string, string | number | boolean | null> | null
  address: string | null
}

export interface AuditEntry extends NewAuditEntry {
  /** Grows with time. */
  sequence: number
  /** ISO 8601, UTC. */
  at: string
}

/** What was changed, by whom, when and from where. Entries are written and, when they are old, removed; never changed. */
export interface AuditRepository {
  record(entry: NewAuditEntry): Promise<void>
  /** Newest first. `from` is in, `until` is not. */
  list(options: {
    actor?: string
    action?: string
    target?: string
    from?: Date
    until?: Date
    offset?: number
    limit?: number
  }): Promise<{ total: number; entries: AuditEntry[] }>
  /** Removes what is older; says how many. */
  prune(before: Date): Promise<number>
}
