import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { createApiKey } from '../auth/create-api-key'
import { createAskLimits } from '../auth/create-ask-limits'
import { createSignInLimits } from '../auth/create-sign-in-limits'
import { ensureAdmin } from '../auth/ensure-admin'
import { sessionCookieName } from '../auth/session-cookie'
import { signIn } from '../auth/sign-in'
import { createHandler } from './create-handler'
import { createRoute } from './create-route'

async function setUp() {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const server = { ...database, askLimits: createAskLimits({ perMinute: 1, now: () => 0 }) }
  const getServer = async () => server
  const route = createRoute({
    POST: createHandler({
      getServer,
      access: { least: 'admin', scopes: ['admin'], audit: 'question.save' },
      body: z.object({ question: z.string(), k: z.number().optional() }),
      handle: async ({ body, principal, param }) => Response.json({ ...body, by: principal?.kind, id: param('id') }),
    }),
    PATCH: createHandler({
      getServer,
      access: { least: 'chat', scopes: ['ask'], isLimited: true },
      handle: async () => Response.json({}),
    }),
    DELETE: createHandler({
      getServer,
      access: { least: 'everyone', scopes: 'any' },
      handle: async () => {
        throw new TypeError('inner workings')
      },
    }),
  })
  const { key } = await createApiKey({ accounts: database.accounts, name: 'k', scopes: ['admin'] })
  await ensureAdmin({ accounts: database.accounts, password: 'right' })
  const session = await signIn({
    accounts: database.accounts,
    limits: createSignInLimits(),
    name: 'admin',
    password: 'right',
    address: 'a',
  })
  const post = (body: unknown, headers: Record<string, string>) =>
    route.POST(
      new Request('http://docs.example/', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
      { params: Promise.resolve({ id: '7' }) },
    )
  return {
    database,
    route,
    post,
    withKey: { authorization: `Bearer ${key}` },
    withCookie: { cookie: `${sessionCookieName}=${session.token}` },
  }
}

const codeOf = async (response: Response) => [response.status, (await response.json()).error.code]

describe('createHandler', () => {
  it('hands over what was asked, and who asks', async () => {
    const { post, withKey, withCookie } = await setUp()
    expect(await (await post({ question: 'q' }, withKey)).json()).toEqual({ question: 'q', by: 'api-key', id: '7' })
    expect(await (await post({ question: 'q' }, withCookie)).json()).toMatchObject({ by: 'session' })
  })
  it('writes down who did what from where, and not what was refused', async () => {
    const { database, post, withKey, withCookie } = await setUp()
    await post({ question: 7 }, withKey)
    await post({ question: 'q' }, {})
    expect((await database.audit.list({})).total).toBe(0)
    await post({ question: 'q' }, { ...withCookie, 'x-forwarded-for': '198.51.100.7, 192.0.2.1' })
    expect((await database.audit.list({})).entries).toMatchObject([
      { actor: { kind: 'session', name: 'admin' }, action: 'question.save', target: '7', address: '192.0.2.1' },
    ])
  })
  it('asks who it is before it reads what is sent', async () => {
    const { post } = await setUp()
    expect(await codeOf(await post('nonsense', {}))).toEqual([401, 'UNAUTHENTICATED'])
  })
  it('refuses another site the cookie, and not the API key', async () => {
    const { post, withKey, withCookie } = await setUp()
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect(await codeOf(await post({ question: 'q' }, { ...withCookie, ...foreign }))).toEqual([403, 'FORBIDDEN'])
    expect((await post({ question: 'q' }, { ...withKey, ...foreign })).status).toBe(200)
  })
  it('names the field that is wrong', async () => {
    const { post, withKey } = await setUp()
    const response = await post({ question: 7, k: 'many' }, withKey)
    const { error } = await response.json()
    expect(response.status).toBe(400)
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toMatch(/question: .*; k: /)
  })
  it('answers who asks too often with how long to wait', async () => {
    const { route } = await setUp()
    const ask = () =>
      // As Next calls a route whose path has no parts.
      route.PATCH(new Request('http://docs.example/', { method: 'PATCH' }), {
        params: Promise.resolve(undefined as never),
      })
    expect((await ask()).status).toBe(200)
    const response = await ask()
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60'])
  })
  it('answers other methods with those that are possible', async () => {
    const { route } = await setUp()
    const response = await route.PUT(new Request('http://docs.example/', { method: 'PUT' }), {
      params: Promise.resolve({}),
    })
    expect(response.headers.get('Allow')).toBe('POST, PATCH, DELETE')
    expect(await codeOf(response)).toEqual([405, 'METHOD_NOT_ALLOWED'])
  })
  it('lets nothing of an unforeseen error out', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => log.mockRestore())
    const { route } = await setUp()
    const response = await route.DELETE(new Request('http://docs.example/', { method: 'DELETE' }), {
      params: Promise.resolve({}),
    })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('inner workings')
  })
})
