import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { authorize } from './authorize'
import { createApiKey } from './create-api-key'
import { createSignInLimits } from './create-sign-in-limits'
import { ensureAdmin } from './ensure-admin'
import { findPrincipal } from './find-principal'
import { hashPassword } from './hash-password'
import { sessionCookieName } from './session-cookie'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

async function setUp() {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { accounts, settings } = database
  const limits = createSignInLimits()
  const enter = (password: string, name = 'admin', address = '192.0.2.1') =>
    signIn({ accounts, limits, name, password, address })
  const cookie = (token: string) => new Headers({ cookie: `theme=dark; ${sessionCookieName}=${token}` })
  return { accounts, settings, enter, cookie }
}

const unauthenticated = { code: 'UNAUTHENTICATED' }

describe('the admin account', () => {
  it('is made once, with a password that signs in and is stored hashed', async () => {
    const { accounts, enter } = await setUp()
    const { madePassword } = await ensureAdmin({ accounts })
    expect(madePassword).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    expect(await ensureAdmin({ accounts })).toEqual({ madePassword: null })
    const account = await accounts.findByName('admin')
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(account?.passwordHash).not.toContain(madePassword)
    expect((await enter(madePassword ?? '')).account.role).toBe('admin')
  })
  it('takes a configured password, hashes it anew only when it changed, and ends the sessions of the old one', async () => {
    const { accounts, enter, cookie } = await setUp()
    expect(await ensureAdmin({ accounts, password: 'first password' })).toEqual({ madePassword: null })
    const before = await accounts.findByName('admin')
    const { token } = await enter('first password')
    await ensureAdmin({ accounts, password: 'first password' })
    expect((await accounts.findByName('admin'))?.passwordHash).toBe(before?.passwordHash)
    expect(await findPrincipal({ headers: cookie(token), accounts })).toMatchObject({ name: 'admin' })

    await ensureAdmin({ accounts, password: 'second password' })
    await expect(enter('first password')).rejects.toMatchObject(unauthenticated)
    await enter('second password')
    expect(await findPrincipal({ headers: cookie(token), accounts })).toBeNull()
    expect(await accounts.count()).toBe(1)
  })
  it('is not made again once another admin has removed it', async () => {
    const { accounts } = await setUp()
    await ensureAdmin({ accounts })
    await accounts.create({ name: '花', role: 'admin', passwordHash: 'h' })
    await accounts.remove((await accounts.findByName('admin'))?.id ?? '')
    expect(await ensureAdmin({ accounts })).toEqual({ madePassword: null })
    expect((await accounts.list()).map(({ name }) => name)).toEqual(['花'])
  })
})

describe('signing in', () => {
  it('tells nothing about which of name and password is wrong', async () => {
    const { accounts, enter } = await setUp()
    await ensureAdmin({ accounts, password: 'right' })
    const [wrongPassword, wrongName] = await Promise.all([
      enter('wrong').catch((error) => error),
      enter('right', 'nobody').catch((error) => error),
    ])
    expect(wrongPassword.toJSON()).toEqual(wrongName.toJSON())
  })
  it('stops guessing by name and address, and lets another address in', async () => {
    const { accounts, enter } = await setUp()
    await ensureAdmin({ accounts, password: 'right' })
    for (let i = 0; i < 10; i++) await expect(enter(`guess ${i}`)).rejects.toMatchObject(unauthenticated)
    await expect(enter('right')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await expect(enter('right', 'admin', '192.0.2.2')).resolves.toMatchObject({ account: { name: 'admin' } })
  })
  it('refuses who is disabled as it refuses a wrong password, and ends the session', async () => {
    const { accounts, enter, cookie } = await setUp()
    await ensureAdmin({ accounts, password: 'right' })
    const { id } = await accounts.create({ name: '花', role: 'editor', passwordHash: await hashPassword('secret') })
    const { token } = await enter('secret', '花')
    await accounts.change(id, { isDisabled: true })
    await expect(enter('secret', '花')).rejects.toMatchObject(unauthenticated)
    expect(await findPrincipal({ headers: cookie(token), accounts })).toBeNull()
  })
  it('keeps a session until sign-out, its token nowhere in the database', async () => {
    const { accounts, enter, cookie } = await setUp()
    await ensureAdmin({ accounts, password: 'right' })
    const { token } = await enter('right')
    expect(await accounts.findSession(token)).toBeNull()
    expect(await findPrincipal({ headers: cookie(token), accounts })).toMatchObject({ kind: 'session', role: 'admin' })
    await signOut({ accounts, token })
    expect(await findPrincipal({ headers: cookie(token), accounts })).toBeNull()
  })
})

describe('authorize', () => {
  it('asks for a sign-in, and for the scope', async () => {
    const { accounts, settings } = await setUp()
    const { key } = await createApiKey({ accounts, name: 'search box', scopes: ['ask'] })
    const server = { accounts, settings }
    const request = (headers: HeadersInit) => new Request('http://docs.example/', { method: 'POST', headers })
    const access = { least: 'admin', scopes: ['documents'] } as const
    await expect(authorize({ request: request({}), server, access })).rejects.toMatchObject(unauthenticated)
    const known = request({ authorization: `Bearer ${key}` })
    await expect(authorize({ request: known, server, access })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(
      await authorize({ request: known, server, access: { least: 'reader', scopes: ['documents', 'ask'] } }),
    ).toMatchObject({ kind: 'api-key', name: 'search box' })
  })
  it('knows no made-up key or cookie', async () => {
    const { accounts, cookie } = await setUp()
    await ensureAdmin({ accounts, password: 'right' })
    for (const headers of [
      new Headers({ authorization: `Bearer sk_${'a'.repeat(43)}` }),
      new Headers({ authorization: 'Basic YWRtaW46cmlnaHQ=' }),
      cookie('a'.repeat(43)),
      cookie(''),
    ])
      expect(await findPrincipal({ headers, accounts })).toBeNull()
  })
  it('does not fall back to the cookie when the key is wrong', async () => {
    const { accounts, enter, cookie } = await setUp()
    await ensureAdmin({ accounts, password: 'right' })
    const headers = cookie((await enter('right')).token)
    headers.set('authorization', 'Bearer sk_wrong')
    expect(await findPrincipal({ headers, accounts })).toBeNull()
  })
})
