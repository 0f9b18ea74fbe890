import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createTestAdministration, createTestServer, type TestServer } from '@/server/fixtures/create-test-server'
import type { RouteHandler } from '@/server/http/create-handler'
import type { AnswerTrial } from '@/server/settings/create-answering'
import type { SettingsView } from '@/server/settings/describe-settings'
import type { ShuttenServer } from '@/server/shutten-server'
import { PUT } from './[section]/route'
import { GET as countOlder } from './retention/route'
import { GET } from './route'
import { POST as tryOut } from './test/route'

const apiKey = 'sk-proj-0123456789abcdefWXYZ'
const folder = createSuiteFolder()
const trials: AnswerTrial[] = []
let server: TestServer
let clean = async () => {}
const more: Partial<ShuttenServer> = {}

beforeAll(async () => {
  server = await createTestServer(folder, more, (end) => {
    clean = end
  })
  const { administration } = await (globalThis as unknown as { shuttenServer: Promise<ShuttenServer> }).shuttenServer
  administration.tryAnswer = async (trial) => {
    trials.push(trial)
    return { answer: { status: 'answered' } as never, failure: null }
  }
})
beforeEach(() => {
  trials.length = 0
})
afterAll(() => clean())

const call = (handler: RouteHandler, method: string, body?: unknown, section = '') =>
  server.call(handler, {
    method,
    headers: { 'content-type': 'application/json', ...server.as.signedIn },
    params: { section },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const read = async () => (await call(GET, 'GET')).json as unknown as SettingsView
const save = (section: string, body: unknown) => call(PUT, 'PUT', body, section)
const openai = (await import('@shutten/core')).settingSchemas.writer.parse({ provider: 'openai', model: 'gpt-5-mini' })

it('saves each section for who has seen it, tells who was later, and has it in the audit log without the key', async () => {
  const before = await read()
  expect(before.writer).toMatchObject({ version: 'none', key: null, values: { provider: 'none' } })
  const saved = await save('writer', { version: 'none', values: openai, key: apiKey })
  expect(saved.status).toBe(200)
  expect(JSON.stringify(saved.json)).not.toContain(apiKey)
  expect(saved.json).toMatchObject({
    writer: { savedBy: 'admin', key: { endsIn: 'WXYZ', isReadable: true }, values: { model: 'gpt-5-mini' } },
  })
  expect(await save('writer', { version: 'none', values: openai })).toMatchObject({
    ...{ status: 409, json: { error: { code: 'SETTINGS_CHANGED' } } },
  })
  const { version } = (await read()).writer
  const keyless = { ...openai, prices: { input: 1, output: 2 } }
  expect(await save('writer', { version, values: keyless, key: null })).toMatchObject({
    ...{ status: 400, json: { error: { code: 'SETTINGS_INVALID' } } },
  })
  await save('writer', { version, values: { ...keyless, baseUrl: 'http://127.0.0.1:8000/v1' }, key: null })
  expect((await read()).writer.key).toBeNull()
  const { entries } = await server.database.audit.list({ action: 'settings.change' })
  expect(entries.map(({ target, details }) => [target, details])).toEqual([
    ['writer', { baseUrl: 'http://127.0.0.1:8000/v1', prices: '{"input":1,"output":2}', key: 'removed' }],
    ['writer', { provider: 'openai', model: 'gpt-5-mini', key: 'replaced' }],
  ])
  expect(JSON.stringify(entries)).not.toContain(apiKey)
})

it('says what is wrong, and saves nothing of it', async () => {
  const wrong: [section: string, values: unknown, words: string][] = [
    ['writer', { provider: 'openai', model: ' ' }, 'model'],
    ['writer', { provider: 'openai', model: 'm', baseUrl: 'file:///etc/passwd' }, 'baseUrl'],
    ['answers', { threshold: 2 }, 'threshold'],
    ['conversations', { retentionDays: 0 }, 'retentionDays'],
    ['languages', { pages: 'fr' }, 'pages'],
    ['questions', { mode: 'sometimes' }, 'mode'],
    ['documents', { actions: { email: 'hide' } }, 'email'],
  ]
  for (const [section, values, words] of wrong) {
    const view = (await read()) as unknown as Record<string, { version: string }>
    const { status, json } = await save(section, { version: view[section]?.version, values })
    expect([section, status, json.error?.code]).toEqual([section, 400, 'INPUT_INVALID'])
    expect((json.error as unknown as { message: string }).message).toContain(words)
    expect(((await read()) as unknown as typeof view)[section]?.version).toBe(view[section]?.version)
  }
  expect((await save('writers', { version: 'none', values: {} })).status).toBe(404)
  expect((await save('writer', { version: 'none', values: openai, key: 'two words' })).status).toBe(400)
})

it('writes the policies into their files, also over one that cannot be read', async () => {
  const file = path.join(folder, 'guard.json')
  writeFileSync(file, '{"mode":')
  const { questions, documents } = await read()
  expect(questions.problem?.message).toContain('guard.json')
  const values = { ...questions.values, mode: 'strict', refuse: ['社外秘'] }
  expect((await save('questions', { version: questions.version, values })).status).toBe(200)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ mode: 'strict', refuse: ['社外秘'] })
  // By hand, after the form was opened.
  writeFileSync(path.join(folder, 'hygiene.json'), '{"actions": {"email": "mask"}}')
  expect(await save('documents', { version: documents.version, values: documents.values })).toMatchObject({
    ...{ status: 409, json: { error: { code: 'SETTINGS_CHANGED' } } },
  })
  expect((await read()).documents.values.actions.email).toBe('mask')
})

it('tries a question with what stands in the forms, and the stored key only for its own address', async () => {
  const { writer } = await read()
  await save('writer', { version: writer.version, values: openai, key: apiKey })
  const attempt = (values: object, more: object = {}) =>
    call(tryOut, 'POST', {
      ...{ question: '基盤モデルとは何ですか', writer: { values: { ...openai, ...values }, ...more } },
      ...{ answers: { threshold: 0.5 }, questions: { mode: 'off' } },
    })
  expect(await attempt({})).toMatchObject({ status: 200, json: { answer: { status: 'answered' } } })
  await attempt({ baseUrl: 'https://elsewhere.example/v1' })
  await attempt({ baseUrl: 'https://elsewhere.example/v1' }, { key: 'its-own' })
  await attempt({ provider: 'none' })
  expect(trials.map(({ llm }) => llm && { name: llm.name, apiKey: llm.apiKey })).toEqual([
    { name: 'openai:gpt-5-mini', apiKey },
    { name: 'openai:gpt-5-mini', apiKey: undefined },
    { name: 'openai:gpt-5-mini', apiKey: 'its-own' },
    null,
  ])
  expect(await attempt({ provider: 'anthropic' })).toMatchObject({
    ...{
      status: 200,
      json: { answer: null, failure: { kind: null, message: expect.stringContaining('needs a key') } },
    },
  })
  expect(trials).toHaveLength(4)
  expect(trials[0]).toMatchObject({ threshold: 0.5, unsupportedSentences: 'drop', policy: { mode: 'off' } })
})

it('keeps what the environment decides, and heeds it when a question is tried', async () => {
  const { database } = server
  const environment = { llm: { name: 'ollama:qwen3' }, unsupportedSentences: 'mark' as const }
  const fixed: ShuttenServer['administration'] = {
    ...createTestAdministration({ dataFolder: folder, database, environment }),
    fixed: {
      writer: { variables: [{ name: 'SHUTTEN_LLM', value: 'ollama:qwen3' }] },
      unsupportedSentences: { variable: 'SHUTTEN_UNSUPPORTED', value: 'mark' },
      guardMode: { variable: 'SHUTTEN_GUARD', value: 'strict' },
    },
    tryAnswer: async (trial) => {
      trials.push(trial)
      return { answer: null as never, failure: null }
    },
  }
  const holder = globalThis as unknown as { shuttenServer: Promise<ShuttenServer> }
  const before = holder.shuttenServer
  holder.shuttenServer = Promise.resolve({ ...(await before), administration: fixed })
  try {
    const { writer } = await read()
    expect(await save('writer', { version: writer.version, values: openai })).toMatchObject({
      ...{ status: 409, json: { error: { code: 'SETTINGS_FIXED' } } },
    })
    await call(tryOut, 'POST', {
      ...{ question: 'q', writer: { values: openai }, answers: {}, questions: { mode: 'off' } },
    })
    expect(trials).toMatchObject([
      { llm: { name: 'ollama:qwen3' }, unsupportedSentences: 'mark', policy: { mode: 'strict' } },
    ])
  } finally {
    holder.shuttenServer = before
  }
})

it('counts what a retention would remove', async () => {
  await server.database.conversations.create({ owner: 'o', title: 't' })
  const count = async (days: string) => {
    const request = new Request(`http://docs.example/?days=${days}`, { headers: server.as.signedIn })
    const response = await countOlder(request, { params: Promise.resolve({}) })
    return [response.status, (await response.json()).conversations]
  }
  expect(await count('1')).toEqual([200, 0])
  expect(await count('x')).toEqual([400, undefined])
})
