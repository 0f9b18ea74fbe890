import type {
  ConversationRepository,
  LeaseRepository,
  RetentionRun,
  SettingsRepository,
  SettingsStore,
} from '@shutten/core'
import { z } from 'zod'

/** Removes conversations that are older than is set. */
export interface Retention {
  /** Removes what is due. Nothing is done where that was less than an hour ago, unless the setting has changed; asked more often than once a minute, it looks at nothing. */
  runDue(): Promise<void>
}

const lease = 'retention'
const leaseMs = 10 * 60_000
const lookEveryMs = 60_000
const runEveryMs = 60 * 60_000
const dayMs = 24 * 60 * 60_000
/** Conversations a statement; small enough that nobody waits for the lock. */
const batch = 200

const lastRunKey = 'retention.lastRun'
const runSchema = z.object({ at: z.string(), days: z.number(), removed: z.number() })

export async function readRetentionRun(settings: SettingsRepository): Promise<RetentionRun | null> {
  const text = await settings.find(lastRunKey)
  return text === null ? null : (runSchema.safeParse(JSON.parse(text)).data ?? null)
}

/**
 * Of all processes on the data folder the one that holds the lease does it.
 *
 * @param options.owner tells this process from others
 */
export function createRetention(options: {
  store: Pick<SettingsStore, 'read'>
  settings: SettingsRepository
  conversations: Pick<ConversationRepository, 'removeOlder'>
  leases: LeaseRepository
  owner: string
  now?: () => number
}): Retention {
  const { store, settings, conversations, leases, owner, now = Date.now } = options
  let lookedAt = Number.NEGATIVE_INFINITY
  return {
    async runDue() {
      if (now() - lookedAt < lookEveryMs) return
      lookedAt = now()
      const days = (await store.read('conversations')).values.retentionDays
      if (days === null) return
      const last = await readRetentionRun(settings)
      if (last?.days === days && now() - Date.parse(last.at) < runEveryMs) return
      if (!(await leases.acquire({ name: lease, owner, ttlMs: leaseMs }))) return
      try {
        const before = new Date(now() - days * dayMs)
        let removed = 0
        for (;;) {
          const count = await conversations.removeOlder({ before, limit: batch })
          removed += count
          if (count < batch) break
        }
        const run: RetentionRun = { at: new Date(now()).toISOString(), days, removed }
        await settings.save(lastRunKey, JSON.stringify(run))
      } finally {
        await leases.release({ name: lease, owner })
      }
    },
  }
}
