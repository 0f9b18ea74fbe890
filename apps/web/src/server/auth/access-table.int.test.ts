import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isShuttenError, type KeyScope, keyScopes, type Role, roles } from '@shutten/core'
import type { Database } from '@shutten/database'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createTestServer } from '../fixtures/create-test-server'
import type { RouteHandler } from '../http/create-handler'
import { saveAnonymousChat } from '../settings/anonymous-chat'
import type { Access } from './access'
import { accessTable } from './access-table'
import { createApiKey } from './create-api-key'
import { findPageAccess } from './find-page-access'
import { sessionCookieName } from './session-cookie'
import { startSession } from './start-session'

/** What Next gives a server action of its request. */
const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({
  headers: async () => current.headers,
  cookies: async () => ({ get: () => undefined, set() {}, delete() {} }),
}))

const source = path.resolve(import.meta.dirname, '../..')
const app = path.join(source, 'app')
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'))
const table: Readonly<Record<string, Access>> = accessTable
const named = (kind: string) => Object.keys(table).filter((name) => name.startsWith(`${kind} `))
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const routes = filesOf(app)
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .map((file) => ({ file, path: `/${path.posix.dirname(file)}`.replace(/\[(\w+)\]/g, ':$1') }))
const pages = filesOf(app)
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => ({ file, path: `/${path.posix.dirname(file)}`.replace(/^\/\.$/, '/').replace(/\[(\w+)\]/g, ':$1') }))
const isServerFile = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
const actionFiles = filesOf(source).filter(
  (file) => isServerFile(file) && /^\s*['"]use server['"]/m.test(readFileSync(path.join(source, file), 'utf8')),
)

type Caller = {
  name: string
  role: Role | null
  scopes: readonly KeyScope[] | null
  headers: (ends: boolean) => Promise<HeadersInit>
}

async function createCallers({ accounts }: Database): Promise<Caller[]> {
  const nobody: Caller = { name: 'nobody', role: null, scopes: null, headers: async () => ({}) }
  const people = roles.map(async (role): Promise<Caller> => {
    const account = await accounts.create({ name: `a ${role}`, role, passwordHash: 'h' })
    const begin = async () => {
      const { token } = await startSession({ accounts, account, address: null, userAgent: null })
      return { cookie: `${sessionCookieName}=${token}` }
    }
    const kept = await begin()
    // One for the calls that end it.
    const headers = (ends: boolean) => (ends ? begin() : Promise.resolve(kept))
    return { name: `a signed-in ${role}`, role, scopes: null, headers }
  })
  const keys = keyScopes.map(async (scope): Promise<Caller> => {
    const { key } = await createApiKey({ accounts, name: scope, scopes: [scope] })
    return {
      name: `a key for ${scope}`,
      role: null,
      scopes: [scope],
      headers: async () => ({ authorization: `Bearer ${key}` }),
    }
  })
  return [nobody, ...(await Promise.all(people)), ...(await Promise.all(keys))]
}

/** The table, read as its columns say, and by no code of the server. */
function may({ least, scopes }: Access, { role, scopes: held }: Caller, anonymous: boolean): boolean {
  if (least === 'everyone') return true
  if (held)
    return scopes === 'any' || (scopes.length > 0 && held.includes('admin')) || held.some((one) => scopes.includes(one))
  if (role === null) return least === 'chat' && anonymous
  const order = { chat: 0, reader: 0, editor: 1, admin: 2 }
  return order[role] >= order[least]
}

const refusals = ['UNAUTHENTICATED', 'FORBIDDEN']
const params = { id: 'unknown', action: 'pause', decision: 'reject', path: ['nowhere'], token: 'unknown' }

// One server for all of them: what they do to it is refused, or does not get in the way of the others.
const folder = createSuiteFolder()
let database: Database
let callers: Caller[]
let admin: Caller | undefined
let clean = async () => {}
beforeAll(async () => {
  const status = { generation: 'g1', servedAt: null, documents: 0, passages: 0, linked: 0 }
  const models = { embedder: '', reranker: null, generator: '' }
  const more = { status: async () => ({ ...status, ...models }), release: async () => 'unknown' }
  ;({ database } = await createTestServer(folder, more, (end) => {
    clean = end
  }))
  callers = await createCallers(database)
  admin = callers.find(({ name }) => name === 'a signed-in admin')
})
afterAll(() => clean())

async function callRoute(route: Record<string, RouteHandler>, method: string, headers: HeadersInit) {
  const sent = method === 'GET' ? {} : { body: '{}' }
  const head = new Headers({ 'content-type': 'application/json', ...Object.fromEntries(new Headers(headers)) })
  current.headers = head
  const request = new Request('http://docs.example/', { method, headers: head, ...sent })
  const response = await route[method]?.(request, { params: Promise.resolve(params) })
  const body = await response
    ?.clone()
    .json()
    .catch(() => null)
  return { status: response?.status ?? 0, code: (body?.error?.code ?? null) as string | null }
}

it('has every route, server action and page, and nothing that is gone', async () => {
  const exported: string[] = []
  for (const file of actionFiles) {
    expect(readFileSync(path.join(source, file), 'utf8').trimStart().startsWith("'use server'"), file).toBe(true)
    exported.push(...Object.keys(await import(path.join(source, file))).map((name) => `action ${name}`))
  }
  expect(exported.sort()).toEqual(named('action').sort())
  expect(pages.map((page) => `page ${page.path}`).sort()).toEqual(named('page').sort())
  const paths = new Set(routes.map((route) => route.path))
  const gone = methods.flatMap(named).filter((name) => !paths.has(name.split(' ')[1] ?? ''))
  expect(gone).toEqual([])
})

it('lets each caller call just what the table says, with and without anonymous readers', async () => {
  const wrong: unknown[] = []
  for (const anonymous of [true, false]) {
    await saveAnonymousChat(database.settings, anonymous)
    for (const { file, path: place } of routes) {
      const route = (await import(path.join(app, file))) as Record<string, RouteHandler>
      for (const method of methods.filter((name) => route[name])) {
        const access = table[`${method} ${place}`]
        for (const caller of callers) {
          // The setting is about chat only.
          if (!anonymous && access?.least !== 'chat') continue
          // What is no call of ours asks nobody who calls.
          if (!access && caller !== admin) continue
          const ends = `${method} ${place}` === 'DELETE /api/v1/session'
          const { status, code } = await callRoute(route, method, await caller.headers(ends))
          const isRight = access
            ? may(access, caller, anonymous)
              ? !refusals.includes(code ?? '') && status > 0 && status < 500 && status !== 405
              : code === (caller.role === null && !caller.scopes ? 'UNAUTHENTICATED' : 'FORBIDDEN')
            : code === 'METHOD_NOT_ALLOWED' || (place.endsWith('[...path]') && code === 'NOT_FOUND')
          if (!isRight) wrong.push([`${method} ${place}`, caller.name, { anonymous, status, code }])
        }
      }
      for (const name of methods.filter((method) => table[`${method} ${place}`]))
        if (!route[name]) wrong.push([`${name} ${place}`, 'is not there'])
    }
  }
  expect(wrong).toEqual([])
})

it('refuses a write that another site sends with the cookie, on every route', async () => {
  const wrong: unknown[] = []
  for (const { file, path: place } of routes) {
    const route = (await import(path.join(app, file))) as Record<string, RouteHandler>
    for (const method of methods.filter((name) => name !== 'GET' && table[`${name} ${place}`]))
      for (const foreign of [
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example', host: 'docs.example' },
      ]) {
        const { code } = await callRoute(route, method, { ...(await admin?.headers(false)), ...foreign } as HeadersInit)
        if (code !== 'FORBIDDEN') wrong.push([`${method} ${place}`, foreign, code])
      }
  }
  expect(wrong).toEqual([])
})

it('lets each caller submit just the server actions that the table says', async () => {
  const wrong: unknown[] = []
  for (const anonymous of [true, false]) {
    await saveAnonymousChat(database.settings, anonymous)
    for (const file of actionFiles)
      for (const [name, action] of Object.entries<(...given: unknown[]) => Promise<unknown>>(
        await import(path.join(source, file)),
      ))
        for (const caller of callers) {
          current.headers = new Headers(await caller.headers(false))
          const given = action.length === 2 ? [{}, new FormData()] : [new FormData()]
          const outcome = await action(...given).catch((error: unknown) => error)
          const access = table[`action ${name}`] as Access
          if (isRefused(outcome) === may(access, caller, anonymous))
            wrong.push([name, caller.name, anonymous, String(outcome)])
        }
  }
  current.headers = new Headers({ ...(await callers[3]?.headers(false)), 'sec-fetch-site': 'cross-site' })
  const { saveSource } = await import('@/app/admin/sources/actions')
  expect(await saveSource({ error: null, fields: null }, new FormData())).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  expect(wrong).toEqual([])
})

function isRefused(outcome: unknown): boolean {
  if (isShuttenError(outcome)) return refusals.includes(outcome.code)
  const { digest = '', error } = (outcome ?? {}) as { digest?: string; error?: { code: string } | null }
  return digest.includes('/sign-in?next=') || refusals.includes(error?.code ?? '')
}

it('is asked by every page before it shows anything', () => {
  for (const { file, path: place } of pages) {
    expect(findPageAccess(`${place.replace(/:\w+/g, 'x')}?q=1`), file).toBe(table[`page ${place}`])
    if (table[`page ${place}`]?.least === 'everyone') continue
    const body =
      /export default async function \w+\([\s\S]*/.exec(readFileSync(path.join(app, file), 'utf8'))?.[0] ?? ''
    const asked = body.search(/await (requirePrincipal|authorizePage)\(/)
    expect(asked, file).toBeGreaterThan(0)
    // Nothing of the server is read before.
    expect(body.slice(0, asked), file).not.toMatch(/getServer\(|findConversation\(|findDocument\(|findShare\(/)
  }
})

it('writes every change down, and no secret', async () => {
  const { total: before } = await database.audit.list({})
  const headers = new Headers({ 'content-type': 'application/json', ...(await admin?.headers(false)) })
  const call = async (file: string, method: string, body: unknown, id = '') => {
    const route = (await import(path.join(app, file, 'route.ts'))) as Record<string, RouteHandler>
    const request = new Request('http://docs.example/', { method, headers, body: JSON.stringify(body) })
    const response = await route[method]?.(request, { params: Promise.resolve({ id }) })
    expect(response?.ok, file).toBe(true)
    return response?.json()
  }
  const made = await call('api/v1/accounts', 'POST', { name: '花', role: 'editor' })
  await call('api/v1/accounts/[id]', 'PATCH', { role: 'reader' }, made.id)
  const { password } = await call('api/v1/accounts/[id]/password', 'POST', {}, made.id)
  const key = await call('api/v1/api-keys', 'POST', { name: 'ci', scopes: ['ask'] })
  await call('api/v1/api-keys/[id]', 'DELETE', {}, key.id)
  await call('api/v1/accounts/[id]', 'DELETE', {}, made.id)
  await call('api/v1/access', 'PATCH', { anonymousChat: false })
  await call('api/v1/sources', 'POST', {
    kind: 'url',
    name: 'ページ',
    location: 'https://me:hunter2@docs.example/',
  }).catch(() => {})
  const all = await database.audit.list({})
  const entries = all.entries.slice(0, all.total - before)
  expect(
    entries
      .map(({ action, target }) => [action, target])
      .reverse()
      .slice(0, 7),
  ).toEqual([
    ['account.create', '花'],
    ['account.change', '花'],
    ['account.password', '花'],
    ['api-key.create', 'ci'],
    ['api-key.revoke', 'ci'],
    ['account.remove', '花'],
    ['access.change', 'anonymousChat'],
  ])
  expect(entries.every(({ actor }) => actor.name === 'a admin')).toBe(true)
  const log = JSON.stringify(entries)
  for (const secret of [made.password, password, key.key, 'hunter2']) expect(log).not.toContain(secret)
})
