import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function leaseRepositorySuite({ open }: SuiteOptions): void {
  it('gives a lease to one owner until it is released', async () => {
    const { leases } = await open()
    const lease = { name: 'writer', ttlMs: 60_000 }
    expect(await leases.acquire({ ...lease, owner: 'a' })).toBe(true)
    expect(await leases.acquire({ ...lease, owner: 'b' })).toBe(false)
    expect(await leases.acquire({ ...lease, name: 'other', owner: 'b' })).toBe(true)
    expect((await leases.findHolder('writer'))?.owner).toBe('a')
    await leases.release({ name: 'writer', owner: 'b' })
    expect((await leases.findHolder('writer'))?.owner).toBe('a')
    await leases.release({ name: 'writer', owner: 'a' })
    expect(await leases.findHolder('writer')).toBeNull()
    expect(await leases.acquire({ ...lease, owner: 'b' })).toBe(true)
  })

  it('frees the lease of a holder that fell silent, and lets a renewal move its end', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { leases } = await open({ clock: () => now })
    await leases.acquire({ name: 'writer', owner: 'a', ttlMs: 1_000 })
    now = new Date('2026-01-01T00:00:00.900Z')
    expect(await leases.acquire({ name: 'writer', owner: 'a', ttlMs: 1_000 })).toBe(true)
    now = new Date('2026-01-01T00:00:01.500Z')
    expect(await leases.acquire({ name: 'writer', owner: 'b', ttlMs: 1_000 })).toBe(false)
    expect(await leases.findHolder('writer')).toEqual({ owner: 'a', expiresAt: '2026-01-01T00:00:01.900Z' })
    now = new Date('2026-01-01T00:00:01.900Z')
    expect(await leases.findHolder('writer')).toBeNull()
    expect(await leases.acquire({ name: 'writer', owner: 'b', ttlMs: 1_000 })).toBe(true)
  })
}
