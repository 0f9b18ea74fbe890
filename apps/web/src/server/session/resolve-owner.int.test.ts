import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { createSignInLimits } from '../auth/create-sign-in-limits'
import { ensureAdmin } from '../auth/ensure-admin'
import { sessionCookieName } from '../auth/session-cookie'
import { signIn } from '../auth/sign-in'
import { signOut } from '../auth/sign-out'
import { hashOwner } from './hash-owner'
import { resolveOwner } from './resolve-owner'
import { createSessionToken } from './session-cookie'

it('takes what a visitor asked to the account that signs in, in each browser, and leaves it there', async () => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { accounts, conversations } = database
  await ensureAdmin({ accounts, password: 'password for tests' })
  const limits = createSignInLimits()
  const credentials = { name: 'admin', password: 'password for tests', address: '192.0.2.1', userAgent: null }
  const { token: signedIn } = await signIn({ accounts, limits, ...credentials } as Parameters<typeof signIn>[0])
  const withAccount = new Headers({ cookie: `${sessionCookieName}=${signedIn}` })
  const anonymous = new Headers()
  const [visitor, other] = [createSessionToken(), createSessionToken()]
  const resolve = (headers: Headers, token?: string) => resolveOwner({ headers, token, accounts, conversations })

  expect(await resolve(anonymous)).toBeNull()
  expect(await resolve(anonymous, visitor)).toBe(hashOwner(visitor))
  const { id } = await conversations.create({ owner: hashOwner(visitor), title: '前に聞いたこと' })
  const { id: elsewhere } = await conversations.create({ owner: hashOwner(other), title: '他の人が聞いたこと' })

  const owner = (await resolve(withAccount, visitor)) ?? ''
  expect(owner).toMatch(/^account:/)
  expect(await resolve(withAccount)).toBe(owner)
  expect((await conversations.find({ id, owner }))?.title).toBe('前に聞いたこと')
  expect(await conversations.find({ id: elsewhere, owner })).toBeNull()

  await signOut({ accounts, token: signedIn })
  expect(await resolve(withAccount, visitor)).toBe(hashOwner(visitor))
  expect((await conversations.list({ owner: hashOwner(visitor) })).total).toBe(0)
})
