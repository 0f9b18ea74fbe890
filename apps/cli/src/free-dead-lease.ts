import { hostname } from 'node:os'
import type { LeaseRepository } from '@shutten/core'

/** How this process signs for its work: machine and process, so that others can see whether it lives. */
export const leaseOwner = `${hostname()}:${process.pid}`

const ownerPattern = /^(.*):(\d+)(?:#|$)/

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a lease's holder was a process of this machine that is gone. Of those on other machines nothing is known. */
export function isHolderGone(owner: string): boolean {
  const [, machine, pid] = ownerPattern.exec(owner) ?? []
  return machine === hostname() && !isAlive(Number(pid))
}

/** Whether a lease's holder is another process of this machine that lives. */
export function isHolderHere(owner: string): boolean {
  const [, machine, pid] = ownerPattern.exec(owner) ?? []
  return machine === hostname() && Number(pid) !== process.pid && isAlive(Number(pid))
}

/**
 * Frees a lease whose holder was a process of this machine that is gone: what was killed cannot release, and its
 * successor need not wait until the lease runs out. Holders on other machines are left to time.
 */
export async function freeDeadLease(options: { leases: LeaseRepository; name: string }): Promise<void> {
  const { leases, name } = options
  const holder = await leases.findHolder(name)
  if (holder && isHolderGone(holder.owner)) await leases.release({ name, owner: holder.owner })
}
