import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function accountRepositorySuite({ open }: SuiteOptions): void {
  it('keeps one account a name', async () => {
    const { accounts } = await open()
    expect(await accounts.count()).toBe(0)
    expect(await accounts.findByName('admin')).toBeNull()
    const account = await accounts.save({ name: 'admin', role: 'admin', passwordHash: 'h1' })
    const changed = await accounts.save({ name: 'admin', role: 'editor', passwordHash: 'h2' })
    expect(changed).toEqual({ id: account.id, name: 'admin', role: 'editor', passwordHash: 'h2', disabledAt: null })
    expect(await accounts.findByName('admin')).toEqual(changed)
    expect(await accounts.get(account.id)).toEqual(changed)
    expect(await accounts.count()).toBe(1)
    await expect(accounts.create({ name: 'admin', role: 'reader', passwordHash: 'h' })).rejects.toMatchObject({
      code: 'ACCOUNT_EXISTS',
    })
    await expect(accounts.get('nobody')).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' })
  })

  it('never lets the last admin go who can sign in', async () => {
    const { accounts } = await open()
    const first = await accounts.create({ name: 'first', role: 'admin', passwordHash: 'h' })
    const second = await accounts.create({ name: 'second', role: 'editor', passwordHash: 'h' })
    const lastAdmin = { code: 'LAST_ADMIN' }
    await expect(accounts.remove(first.id)).rejects.toMatchObject(lastAdmin)
    await expect(accounts.change(first.id, { role: 'editor' })).rejects.toMatchObject(lastAdmin)
    await expect(accounts.change(first.id, { isDisabled: true })).rejects.toMatchObject(lastAdmin)
    await accounts.change(second.id, { role: 'admin' })
    await accounts.change(second.id, { isDisabled: true })
    await expect(accounts.remove(first.id)).rejects.toMatchObject(lastAdmin)
    await accounts.change(second.id, { isDisabled: false })
    // Two who take each other away at once: one of them stays.
    const both = await Promise.allSettled([accounts.remove(first.id), accounts.remove(second.id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await accounts.list()).map(({ role }) => role)).toEqual(['admin'])
  })

  it('ends a session at its time, or when it is removed, and with the account and its password', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { accounts } = await open({ clock: () => now })
    const admin = await accounts.save({ name: 'admin', role: 'admin', passwordHash: 'h' })
    const account = await accounts.save({ name: 'reader', role: 'reader', passwordHash: 'h' })
    const expiresAt = new Date('2026-01-01T01:00:00Z')
    const begin = (tokenHash: string) => accounts.createSession({ accountId: account.id, tokenHash, expiresAt })
    for (const tokenHash of ['t1', 't2']) await begin(tokenHash)
    expect(await accounts.findSession('t1')).toMatchObject({ account, expiresAt: expiresAt.toISOString() })
    await accounts.removeSession('t2')
    expect(await accounts.findSession('t2')).toBeNull()
    await begin('t3')
    await accounts.setPassword(account.id, 'h2')
    expect(await accounts.findSession('t3')).toBeNull()
    await begin('t4')
    await accounts.change(account.id, { isDisabled: true })
    await accounts.change(account.id, { isDisabled: false })
    expect(await accounts.findSession('t4')).toBeNull()
    await begin('t5')
    now = new Date('2026-01-01T00:59:59.999Z')
    expect(await accounts.findSession('t5')).not.toBeNull()
    now = expiresAt
    expect(await accounts.findSession('t5')).toBeNull()
    expect(await accounts.listSessions(admin.id)).toEqual([])
  })

  it('lists the sessions of an account with where they were last seen, and ends one or all others', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { accounts } = await open({ clock: () => now })
    const { id: accountId } = await accounts.save({ name: 'a', role: 'admin', passwordHash: 'h' })
    const other = await accounts.save({ name: 'b', role: 'admin', passwordHash: 'h' })
    const expiresAt = new Date('2026-02-01T00:00:00Z')
    for (const tokenHash of ['t1', 't2', 't3'])
      await accounts.createSession({ accountId, tokenHash, expiresAt, userAgent: tokenHash, address: '192.0.2.1' })
    await accounts.createSession({ accountId: other.id, tokenHash: 't4', expiresAt })
    now = new Date('2026-01-01T00:04:59Z')
    await accounts.findSession('t1')
    expect((await accounts.listSessions(accountId)).every(({ lastSeenAt }) => lastSeenAt?.endsWith('00:00.000Z'))).toBe(
      true,
    )
    now = new Date('2026-01-01T00:05:00Z')
    const mine = await accounts.findSession('t1')
    const listed = await accounts.listSessions(accountId)
    expect(listed[0]).toMatchObject({
      ...{ id: mine?.id, userAgent: 't1', address: '192.0.2.1', lastSeenAt: now.toISOString() },
      ...{ createdAt: '2026-01-01T00:00:00.000Z', expiresAt: expiresAt.toISOString() },
    })
    const [foreign] = await accounts.listSessions(other.id)
    await expect(accounts.endSession({ accountId, id: foreign?.id ?? '' })).rejects.toMatchObject({
      code: 'SESSION_NOT_FOUND',
    })
    await accounts.endSession({ accountId, id: listed[1]?.id ?? '' })
    expect(await accounts.endOtherSessions({ accountId, keep: mine?.id ?? '' })).toBe(1)
    expect((await accounts.listSessions(accountId)).map(({ id }) => id)).toEqual([mine?.id])
    expect(await accounts.findSession('t4')).not.toBeNull()
    expect((await accounts.list()).map(({ name, lastSignInAt }) => [name, lastSignInAt])).toEqual([
      ['a', '2026-01-01T00:00:00.000Z'],
      ['b', '2026-01-01T00:00:00.000Z'],
    ])
  })

  it('finds an API key by the hash of its token until it is over or removed', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { accounts } = await open({ clock: () => now })
    const expiresAt = new Date('2026-01-02T00:00:00Z')
    const key = { name: 'ci', scopes: ['ask', 'jobs'] as const, prefix: 'sk_abcd', createdBy: 'admin' }
    const { id } = await accounts.createApiKey({ ...key, tokenHash: 'k', expiresAt })
    expect((await accounts.listApiKeys())[0]).toEqual({
      ...{ id, ...key, createdAt: '2026-01-01T00:00:00.000Z', expiresAt: expiresAt.toISOString(), lastUsedAt: null },
    })
    expect(await accounts.findApiKey('k')).toEqual({ id, name: 'ci', scopes: ['ask', 'jobs'] })
    expect((await accounts.listApiKeys())[0]?.lastUsedAt).toBe('2026-01-01T00:00:00.000Z')
    expect(await accounts.findApiKey('x')).toBeNull()
    now = expiresAt
    expect(await accounts.findApiKey('k')).toBeNull()
    expect(await accounts.removeApiKey(id)).toMatchObject({ name: 'ci' })
    expect(await accounts.listApiKeys()).toEqual([])
    await expect(accounts.removeApiKey(id)).rejects.toMatchObject({ code: 'API_KEY_NOT_FOUND' })
  })
}
