import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '@/server/auth/hash-password'
import { sessionCookieName } from '@/server/auth/session-cookie'
import { startSession } from '@/server/auth/start-session'
import { createAuthenticator } from '@/server/fixtures/create-authenticator'
import { createTestServer, type TestServer } from '@/server/fixtures/create-test-server'
import { POST as resetPassword } from '../accounts/[id]/password/route'
import { POST as beginEntering } from '../session/passkey/options/route'
import { POST as enter } from '../session/passkey/route'
import { DELETE as remove } from './[id]/route'
import { POST as begin } from './options/route'
import { GET as list, POST as register } from './route'

const origin = 'https://docs.example'
const password = 'a long password'
const folder = createSuiteFolder()
const count = { accounts: 0 }
let server: TestServer
let clean = async () => {}
let passwordHash = ''
/** Whoever owns the passkeys of a test. */
let owner: { id: string; name: string; headers: Record<string, string> }

beforeAll(async () => {
  server = await createTestServer(folder, {}, (end) => {
    clean = end
  })
  passwordHash = await hashPassword(password)
})
afterAll(() => clean())

const browser = { origin, host: 'docs.example', 'content-type': 'application/json' }
const post = (handler: typeof begin, body: unknown, headers: Record<string, string> = {}) =>
  server.call(handler, { headers: { ...browser, ...headers }, body: JSON.stringify(body) })

beforeEach(async () => {
  const { accounts } = server.database
  count.accounts += 1
  const name = `花${count.accounts}`
  const account = await accounts.create({ name, role: 'editor', passwordHash })
  const { token } = await startSession({ accounts, account, address: null, userAgent: null })
  // Each has an address of its own: refusals of one test are not counted for the next.
  const headers = { cookie: `${sessionCookieName}=${token}`, 'x-forwarded-for': `192.0.2.${count.accounts}` }
  owner = { id: account.id, name, headers }
})

async function add(name = '鍵') {
  const authenticator = createAuthenticator({ rpId: 'docs.example', origin })
  const { json: options } = await post(begin, { current: password }, owner.headers)
  const { challenge } = options as unknown as { challenge: string }
  const response = authenticator.create({ challenge })
  const added = await post(register, { name, response }, owner.headers)
  return { authenticator, options, added, response }
}

async function signIn(
  authenticator: ReturnType<typeof createAuthenticator>,
  more: { counts?: number; from?: string; host?: string } = {},
  body?: unknown,
) {
  const from = { 'x-forwarded-for': owner.headers['x-forwarded-for'] ?? '' }
  const { json } = await post(beginEntering, {}, from)
  const { challenge } = json as unknown as { challenge: string }
  const response = body ?? authenticator.get({ challenge, accountId: owner.id, ...more })
  return { response, ...(await post(enter, { response }, from)) }
}

const actions = async () =>
  (await server.database.audit.list({ target: owner.name })).entries.map(({ action, details }) => [action, details])

describe('a passkey', () => {
  it('is made by who knows the password, signs in without a name, and not again once it is removed', async () => {
    const { authenticator, added, options } = await add('ノートPC')
    expect(options).toMatchObject({
      rp: { id: 'docs.example' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    })
    expect(added).toMatchObject({ status: 201, json: { name: 'ノートPC', isSynced: true, rpId: 'docs.example' } })
    const entered = await signIn(authenticator)
    expect(entered).toMatchObject({ status: 200, json: { name: owner.name, role: 'editor' } })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { json } = await server.call(list, { method: 'GET', headers: { cookie } })
    expect(json).toMatchObject({ passkeys: [{ name: 'ノートPC', lastUsedAt: expect.any(String) }] })
    const { id } = (json as unknown as { passkeys: { id: string }[] }).passkeys[0] ?? { id: '' }
    const headers = { ...browser, ...owner.headers }
    expect(await server.call(remove, { method: 'DELETE', headers, params: { id } })).toMatchObject({ status: 200 })
    expect(await signIn(authenticator)).toMatchObject({ status: 401, json: { error: { code: 'UNAUTHENTICATED' } } })
    expect(await actions()).toEqual([
      ['passkey.remove', { passkey: 'ノートPC' }],
      ['session.start', { by: 'passkey' }],
      ['passkey.add', { passkey: 'ノートPC' }],
    ])
  })

  it('is made for nobody who does not know the password, and for no other session', async () => {
    expect(await post(begin, { current: 'wrong' }, owner.headers)).toMatchObject({
      ...{ status: 403, json: { error: { code: 'PASSWORD_WRONG' } } },
    })
    const { response } = await add()
    // Its challenge is used up.
    expect(await post(register, { name: 'again', response }, owner.headers)).toMatchObject({
      json: { error: { code: 'PASSKEY_REFUSED' } },
    })
    const { json } = await post(begin, { current: password }, owner.headers)
    const { challenge } = json as unknown as { challenge: string }
    const made = createAuthenticator({ rpId: 'docs.example', origin }).create({ challenge })
    const other = { ...owner.headers, cookie: server.as.signedIn.cookie ?? '' }
    expect(await post(register, { name: 'theirs', response: made }, other)).toMatchObject({ status: 400 })
    const elsewhere = createAuthenticator({ rpId: 'docs.example', origin })
    const next = (await post(begin, { current: password }, owner.headers)).json as unknown as { challenge: string }
    const foreign = elsewhere.create({ challenge: next.challenge, from: 'https://evil.example' })
    expect(await post(register, { name: 'x', response: foreign }, owner.headers)).toMatchObject({ status: 400 })
  })

  it('signs in once for each challenge, and for nothing that was signed elsewhere or for somebody else', async () => {
    const { authenticator } = await add()
    const { response, status } = await signIn(authenticator)
    expect(status).toBe(200)
    const refused = { status: 401, json: { error: { code: 'UNAUTHENTICATED' } } }
    expect(await signIn(authenticator, {}, response)).toMatchObject(refused)
    expect(await signIn(authenticator, { from: 'https://evil.example' })).toMatchObject(refused)
    expect(await signIn(authenticator, { host: 'evil.example' })).toMatchObject(refused)
    const { json } = await post(begin, { current: password }, owner.headers)
    const { challenge } = json as unknown as { challenge: string }
    const forged = authenticator.get({ challenge, accountId: owner.id })
    expect(await signIn(authenticator, {}, forged)).toMatchObject(refused)
    const stranger = createAuthenticator({ rpId: 'docs.example', origin })
    expect(await signIn(stranger)).toMatchObject(refused)
    expect((await actions()).filter(([action]) => action === 'session.refused')).toHaveLength(4)
    expect(await signIn(authenticator)).toMatchObject({ status: 200 })
  })

  it('that counts backwards was copied, and signs in no more', async () => {
    const { authenticator } = await add()
    expect(await signIn(authenticator, { counts: 10 })).toMatchObject({ status: 200 })
    for (const counts of [10, 9, 1]) expect(await signIn(authenticator, { counts })).toMatchObject({ status: 401 })
    expect(await signIn(authenticator, { counts: 11 })).toMatchObject({ status: 200 })
  })

  it('of an account that is disabled does not sign in, and goes with a password that an admin makes', async () => {
    const { authenticator } = await add()
    const { accounts, passkeys } = server.database
    await accounts.change(owner.id, { isDisabled: true })
    expect(await signIn(authenticator)).toMatchObject({ status: 401 })
    await accounts.change(owner.id, { isDisabled: false })
    expect(await signIn(authenticator)).toMatchObject({ status: 200 })
    const headers = { ...browser, ...server.as.admin }
    expect(await server.call(resetPassword, { headers, params: { id: owner.id } })).toMatchObject({ status: 200 })
    expect(await passkeys.list(owner.id)).toEqual([])
    expect(await signIn(authenticator)).toMatchObject({ status: 401 })
  })

  it('is tried only so often', async () => {
    const stranger = createAuthenticator({ rpId: 'docs.example', origin })
    const statuses: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await signIn(stranger)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  })

  it('is not possible where browsers make none, which is said', async () => {
    const address = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }
    expect(await post(beginEntering, {}, address)).toMatchObject({
      ...{
        status: 400,
        json: { error: { code: 'PASSKEY_REFUSED', suggestion: expect.stringContaining('localhost') } },
      },
    })
  })
})
