import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function passkeyRepositorySuite({ open }: SuiteOptions): void {
  it('keeps the passkeys of an account, counts their signatures, and goes with the account', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { accounts, passkeys } = await open({ clock: () => now })
    await accounts.create({ name: 'root', role: 'admin', passwordHash: 'h' })
    const { id: accountId } = await accounts.create({ name: '花', role: 'editor', passwordHash: 'h' })
    const passkey = {
      ...{ accountId, credentialId: 'AbC_-', publicKey: new Uint8Array([0, 1, 255]), counter: 0 },
      ...{ transports: ['internal'], name: '鍵', isSynced: true, rpId: 'docs.example' },
    }
    const { id } = await passkeys.create(passkey)
    await expect(passkeys.create(passkey)).rejects.toMatchObject({ code: 'PASSKEY_REFUSED' })
    await expect(passkeys.create({ ...passkey, credentialId: 'd', accountId: 'x' })).rejects.toMatchObject({
      code: 'ACCOUNT_NOT_FOUND',
    })
    const found = await passkeys.findByCredential('AbC_-')
    expect(found).toMatchObject({ id, accountId, counter: 0, transports: ['internal'] })
    expect([...(found?.publicKey ?? [])]).toEqual([0, 1, 255])
    now = new Date('2026-01-02T00:00:00Z')
    expect(await Promise.all([1, 1].map((counter) => passkeys.noteUse({ id, before: 0, counter })))).toEqual([
      true,
      false,
    ])
    expect(await passkeys.list(accountId)).toEqual([
      {
        ...{ id, name: '鍵', isSynced: true, rpId: 'docs.example' },
        ...{ createdAt: '2026-01-01T00:00:00.000Z', lastUsedAt: '2026-01-02T00:00:00.000Z' },
      },
    ])
    expect(await passkeys.count([accountId, 'x'])).toEqual(new Map([[accountId, 1]]))
    await expect(passkeys.remove({ accountId: 'another', id })).rejects.toMatchObject({ code: 'PASSKEY_NOT_FOUND' })
    expect(await passkeys.remove({ accountId, id })).toMatchObject({ name: '鍵' })
    await passkeys.create(passkey)
    expect(await passkeys.removeAll(accountId)).toBe(1)
    await passkeys.create(passkey)
    await accounts.remove(accountId)
    expect(await passkeys.findByCredential('AbC_-')).toBeNull()
  })
}
