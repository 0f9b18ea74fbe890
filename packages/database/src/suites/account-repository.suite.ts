import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function accountRepositorySuite({ open }: SuiteOptions): void {
  it('keeps one account a name', async () => {
    const { accounts } = await open()
    expect(await accounts.count()).toBe(0)
    expect(await accounts.findByName('admin')).toBeNull()
    const account = await accounts.save({ name: 'admin', role: 'admin', passwordHash: 'h1' })
    const changed = await accounts.save({ name: 'admin', role: 'editor', passwordHash: 'h2' })
    expect(changed).toEqual({ id: account.id, name: 'admin', role: 'editor', passwordHash: 'h2' })
    expect(await accounts.findByName('admin')).toEqual(changed)
    expect(await accounts.count()).toBe(1)
  })

  it('ends a session at its time, or when it is removed', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { accounts } = await open({ clock: () => now })
    const account = await accounts.save({ name: 'admin', role: 'admin', passwordHash: 'h' })
    const expiresAt = new Date('2026-01-01T01:00:00Z')
    for (const tokenHash of ['t1', 't2']) await accounts.createSession({ accountId: account.id, tokenHash, expiresAt })
    expect(await accounts.findSession('t1')).toEqual({ account, expiresAt: expiresAt.toISOString() })
    await accounts.removeSession('t2')
    expect(await accounts.findSession('t2')).toBeNull()
    now = new Date('2026-01-01T00:59:59.999Z')
    expect(await accounts.findSession('t1')).not.toBeNull()
    now = expiresAt
    expect(await accounts.findSession('t1')).toBeNull()
  })

  it('finds an API key by the hash of its token', async () => {
    const { accounts } = await open()
    const { id } = await accounts.createApiKey({ name: 'ci', tokenHash: 'k', role: 'reader' })
    expect(await accounts.findApiKey('k')).toEqual({ id, name: 'ci', role: 'reader' })
    expect(await accounts.findApiKey('x')).toBeNull()
  })
}
