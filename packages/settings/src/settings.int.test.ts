import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Configuration, settingSchemas } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRetention, readRetentionRun } from './retention/create-retention.js'
import { createSecretBox } from './secrets/create-secret-box.js'
import { createSettingsStore } from './store/create-settings-store.js'

const apiKey = 'sk-proj-0123456789abcdefWXYZ'
const hosted = settingSchemas.writer.parse({ provider: 'openai', model: 'gpt-5-mini', prices: { input: 1, output: 2 } })
const unset: Pick<Configuration, 'llm' | 'unsupportedSentences'> = { llm: null, unsupportedSentences: null }

async function openRecords(options: { folder?: string; clock?: () => Date } = {}) {
  const { folder = await createTemporaryFolder(), ...rest } = options
  const database = await createDatabase({ file: path.join(folder, 'shutten.db'), ...rest })
  onTestFinished(() => database.close())
  const file = path.join(folder, 'secret.key')
  const openStore = (environment = unset, secret: string | null = null) =>
    createSettingsStore({
      settings: database.settings,
      secrets: createSecretBox({ file, secret }),
      environment,
      clock: () => new Date('2026-11-01T00:00:00Z'),
    })
  return { folder, file, database, openStore }
}

describe('createSettingsStore', () => {
  it('gives a key back to who asks a model, and holds it nowhere in the data folder', async () => {
    const { folder, file, database, openStore } = await openRecords()
    const store = openStore()
    await store.save({ section: 'writer', version: 'none', values: hosted, savedBy: '花', key: apiKey })
    expect(await store.resolve()).toMatchObject({
      llm: { name: 'openai:gpt-5-mini', apiKey, prices: { input: 1, output: 2 } },
      problem: null,
    })
    expect(await store.findKey()).toEqual({ endsIn: 'WXYZ', since: '2026-11-01T00:00:00.000Z', isReadable: true })
    expect(JSON.stringify(await store.read('writer'))).not.toContain('WXYZ')
    await database.close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(path.join(folder, name))
      for (const form of [
        apiKey,
        Buffer.from(apiKey).toString('base64').slice(0, 20),
        Buffer.from(apiKey).toString('hex'),
      ])
        expect(bytes.includes(form), name).toBe(false)
    }
  })

  it('tells the key to no other address than the one it was entered for, whoever changes the record', async () => {
    const { database, openStore } = await openRecords()
    const store = openStore()
    const saved = await store.save({ section: 'writer', version: 'none', values: hosted, savedBy: 'a', key: apiKey })
    const elsewhere = { ...hosted, baseUrl: 'http://evil.example/v1' }
    expect((await store.preview({ values: elsewhere })).llm).not.toHaveProperty('apiKey')
    expect((await store.preview({ values: elsewhere, key: 'its own' })).llm).toHaveProperty('apiKey', 'its own')
    expect((await store.preview({ values: { ...hosted, model: 'another' } })).llm).toHaveProperty('apiKey', apiKey)
    const text = (await database.settings.find('settings.writer')) ?? ''
    await database.settings.save(
      'settings.writer',
      text.replace('"baseUrl":null', '"baseUrl":"http://evil.example/v1"'),
    )
    expect(await store.resolve()).toMatchObject({ llm: null, problem: { code: 'SETTINGS_INVALID' } })
    await database.settings.save('settings.writer', text)
    const moved = await store.save({ section: 'writer', version: saved.version, values: elsewhere, savedBy: 'a' })
    expect(await store.findKey()).toBeNull()
    await store.save({ section: 'writer', version: moved.version, values: hosted, savedBy: 'a', key: 'short' })
    expect(await store.findKey()).toMatchObject({ endsIn: '' })
  })

  it('keeps a key that is not named, and removes it when told to', async () => {
    const store = (await openRecords()).openStore()
    const { version } = await store.save({
      section: 'writer',
      version: 'none',
      values: hosted,
      savedBy: 'a',
      key: apiKey,
    })
    const next = await store.save({
      ...{ section: 'writer', version, values: { ...hosted, model: 'gpt-5' }, savedBy: 'a' },
    })
    expect((await store.resolve()).llm).toMatchObject({ name: 'openai:gpt-5', apiKey })
    await store.save({ section: 'writer', version: next.version, values: hosted, savedBy: 'a', key: null })
    expect(await store.findKey()).toBeNull()
    expect(await store.resolve()).toMatchObject({ llm: null, problem: { code: 'SETTINGS_INVALID' } })
    const own = await store.preview({ values: { ...hosted, baseUrl: 'http://127.0.0.1:8000/v1' } })
    expect(own).toMatchObject({ llm: { name: 'openai:gpt-5-mini' }, problem: null })
    const elsewhere = { ...hosted, provider: 'anthropic' as const, baseUrl: 'http://127.0.0.1:8000/v1' }
    expect((await store.preview({ values: elsewhere })).problem?.message).toContain('needs a key')
  })

  it('says that a key cannot be read with another secret, and asks nobody without it', async () => {
    const { openStore } = await openRecords()
    await openStore(unset, 'a'.repeat(32)).save({
      ...{ section: 'writer', version: 'none', values: hosted, savedBy: 'a', key: apiKey },
    })
    const store = openStore(unset, 'b'.repeat(32))
    expect(await store.findKey()).toMatchObject({ isReadable: false })
    expect(await store.resolve()).toMatchObject({ llm: null, problem: { code: 'SETTINGS_INVALID' } })
    expect((await openStore(unset, 'a'.repeat(32)).resolve()).llm?.apiKey).toBe(apiKey)
  })

  it('lets one of two who save at once win, and tells the other', async () => {
    const { openStore } = await openRecords()
    const [one, other] = [openStore(), openStore()]
    const save = (store: typeof one, threshold: number) =>
      store.save({
        ...{ section: 'answers', version: 'none', savedBy: String(threshold) },
        values: { threshold, unsupportedSentences: 'drop' },
      })
    const results = await Promise.allSettled([save(one, 0.4), save(other, 0.6)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'SETTINGS_CHANGED' } })
    const stored = await one.read('answers')
    expect(stored.savedBy).toBe(String(stored.values.threshold))
    expect((await other.resolve()).threshold).toBe(stored.values.threshold)
  })

  it('lets the environment go before what is stored, and its version change with what is stored', async () => {
    const { openStore } = await openRecords()
    const store = openStore()
    const before = (await store.resolve()).version
    await store.save({ section: 'writer', version: 'none', values: hosted, savedBy: 'a', key: apiKey })
    await store.save({
      ...{ section: 'answers', version: 'none', savedBy: 'a' },
      values: { threshold: 0.5, unsupportedSentences: 'mark' },
    })
    expect((await store.resolve()).version).not.toBe(before)
    const fixed = openStore({ llm: { name: 'ollama:qwen3' }, unsupportedSentences: 'drop' })
    expect(await fixed.resolve()).toMatchObject({
      ...{ llm: { name: 'ollama:qwen3' }, threshold: 0.5, unsupportedSentences: 'drop' },
    })
    expect((await fixed.resolve()).llm).not.toHaveProperty('apiKey')
    expect((await openStore({ ...unset, llm: 'none' }).resolve()).llm).toBeNull()
  })

  it('takes a record that it does not know as nothing set, and saves over it', async () => {
    const { database, openStore } = await openRecords()
    await database.settings.save('settings.answers', '{"values":{"threshold":7}}')
    const store = openStore()
    const { version, values } = await store.read('answers')
    expect(values).toEqual({ threshold: null, unsupportedSentences: 'drop' })
    await store.save({ section: 'answers', version, values: { ...values, threshold: 0.2 }, savedBy: 'a' })
    expect((await store.resolve()).threshold).toBe(0.2)
  })
})

describe('createSecretBox', () => {
  it('opens what it has sealed, as what it was sealed for, and nothing that was changed', async () => {
    const file = path.join(await createTemporaryFolder(), 'secret.key')
    const box = createSecretBox({ file, secret: null })
    const sealed = await Promise.all(['鍵', '鍵'].map((text) => box.seal({ text, context: 'c' })))
    expect(sealed[0]).not.toBe(sealed[1])
    // Another process that made the secret at the same time has the same one.
    const again = createSecretBox({ file, secret: null })
    expect(await again.open({ sealed: sealed[0] ?? '', context: 'c' })).toBe('鍵')
    const wrong = [
      { sealed: sealed[0] ?? '', context: 'd' },
      { sealed: `${sealed[0]?.slice(0, -2)}AA`, context: 'c' },
      { sealed: 'v1.a.b', context: 'c' },
      { sealed: 'plain', context: 'c' },
    ]
    for (const one of wrong) await expect(again.open(one)).rejects.toMatchObject({ code: 'SETTINGS_INVALID' })
    writeFileSync(file, 'x')
    await expect(again.seal({ text: 'x', context: 'c' })).rejects.toMatchObject({ code: 'DATA_FOLDER_UNWRITABLE' })
  })
})

describe('createRetention', () => {
  it('removes what is older than is set, once an hour and after a change, by whoever holds the lease', async () => {
    let now = Date.parse('2026-11-20T00:00:00Z')
    const { database, openStore } = await openRecords({ clock: () => new Date(now) })
    const { conversations, leases, settings } = database
    const store = openStore()
    const begin = () => conversations.create({ owner: 'o', title: 't' })
    const open = (owner: string) => createRetention({ store, settings, conversations, leases, owner, now: () => now })
    const count = async () => (await conversations.list({ owner: 'o' })).total
    const [one, other] = [open('1'), open('2')]
    await begin()
    now += 40 * 24 * 60 * 60_000
    await begin()
    await one.runDue()
    expect(await count()).toBe(2)
    await store.save({ section: 'conversations', version: 'none', values: { retentionDays: 30 }, savedBy: 'a' })
    await one.runDue()
    expect(await count()).toBe(2)
    now += 60_000
    expect(await leases.acquire({ name: 'retention', owner: 'someone', ttlMs: 1_000 })).toBe(true)
    await one.runDue()
    expect(await count()).toBe(2)
    now += 60_000
    await Promise.all([one.runDue(), other.runDue()])
    expect(await count()).toBe(1)
    expect(await readRetentionRun(settings)).toMatchObject({ days: 30, removed: 1, at: new Date(now).toISOString() })
    now += 31 * 24 * 60 * 60_000
    await begin()
    await one.runDue()
    expect(await count()).toBe(1)
  })
})
