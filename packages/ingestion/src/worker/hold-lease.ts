import { randomUUID } from 'node:crypto'
import { type LeaseRepository, ShuttenError } from '@shutten/core'

export interface HeldLease {
  /** Names this holding of the lease, and no other: work of an earlier one counts as orphaned. */
  readonly owner: string
  /** Fires when another process has taken the lease. */
  readonly lost: AbortSignal
  /** Asks now. Errors: CANCELLED when the lease is lost. */
  confirm(): Promise<void>
  release(): Promise<void>
}

/** Takes a lease and renews it until it is released. Null when another process holds it. */
export async function holdLease(options: {
  leases: LeaseRepository
  name: string
  owner: string
  ttlMs: number
}): Promise<HeldLease | null> {
  const { leases, name, ttlMs } = options
  const owner = `${options.owner}#${randomUUID().slice(0, 8)}`
  if (!(await leases.acquire({ name, owner, ttlMs }))) return null
  const lost = new AbortController()
  let expiresAt = Date.now() + ttlMs
  let isReleased = false

  const lose = () => {
    lost.abort(
      new ShuttenError({
        code: 'CANCELLED',
        message: 'Another process has taken over the work on this data folder.',
        suggestion: 'It works the job off; nothing needs to be done.',
      }),
    )
  }
  const renew = async () => {
    const asked = Date.now()
    const isHeld = await leases.acquire({ name, owner, ttlMs })
    if (!isHeld) lose()
    else expiresAt = asked + ttlMs
  }
  const timer = setInterval(() => {
    // A database that is busy for a while costs nothing while the lease runs on.
    renew().catch(() => {
      if (Date.now() >= expiresAt && !isReleased) lose()
    })
  }, ttlMs / 3)
  timer.unref()

  return {
    owner,
    lost: lost.signal,
    async confirm() {
      await renew()
      lost.signal.throwIfAborted()
    },
    async release() {
      isReleased = true
      clearInterval(timer)
      await leases.release({ name, owner })
    },
  }
}
