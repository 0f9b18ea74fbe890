import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiary, writeArticles } from './fixtures/articles.js'
import { answer, examination, ingestReport } from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'
import { expectSoundAnswer } from './fixtures/expect-sound-answer.js'

const folder = createSuiteFolder()
const whole = path.join(folder, 'whole')
const question = '青葉養蜂場は何年に開業しましたか？'

function flipBytes(file: string): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  for (let i = middle; i < Math.min(bytes.length, middle + 64); i++) bytes[i] = (bytes[i] as number) ^ 0xff
  writeFileSync(file, bytes)
}

/** A copy of the whole data folder, to be damaged. The sources are gone. */
function copyWhole(name: string): { dataFolder: string; generation: string } {
  const dataFolder = path.join(folder, name)
  cpSync(whole, dataFolder, { recursive: true })
  const generations = path.join(dataFolder, 'generations')
  return { dataFolder, generation: path.join(generations, readdirSync(generations)[0] ?? '') }
}

beforeAll(async () => {
  const articles = writeArticles(path.join(folder, 'articles'), { 'apiary.md': apiary })
  await createShutten(whole).json(ingestReport, ['ingest', articles])
  rmSync(articles, { recursive: true })
})

describe('a damaged index', () => {
  it.each([
    ['vectors.hnsw', 'flipped', flipBytes],
    ['lexical.idx', 'flipped', flipBytes],
    ['passages.db', 'flipped', flipBytes],
    ['manifest.json', 'flipped', flipBytes],
    ['vectors.hnsw', 'removed', rmSync],
  ] as const)('is told with what to do, and named by doctor: %s %s', async (name, how, damage) => {
    const { dataFolder, generation } = copyWhole(`told-${name}-${how}`)
    const shutten = createShutten(dataFolder)
    damage(path.join(generation, name))
    const [asked, { ok, checks }] = await Promise.all([
      shutten.fail(['ask', question, '--json']),
      shutten.json(examination, ['doctor'], { status: 1 }),
    ])
    expect(asked).toMatchObject({ code: 'INDEX_DAMAGED', status: 74 })
    expect(asked.stderr).toContain('reindex')
    expect(ok).toBe(false)
    const named = checks.find((check) => check.name === 'generation')
    expect(named).toMatchObject({ ok: false, fix: expect.stringContaining('reindex') })
    expect(named?.detail).toContain(path.parse(name).name)
  })

  it.each(['passages.db', 'manifest.json'])('is rebuilt from the stored text: %s', async (name) => {
    const { dataFolder, generation } = copyWhole(`rebuilt-${name}`)
    const shutten = createShutten(dataFolder)
    flipBytes(path.join(generation, name))
    expect(await shutten.json(ingestReport, ['reindex'])).toMatchObject({ documents: 1 })
    const given = await shutten.json(answer, ['ask', question])
    expect(given.status).toBe('answered')
    await expectSoundAnswer(given, shutten)
  })

  it('is told when its folder is gone, and rebuilt', async () => {
    const { dataFolder, generation } = copyWhole('no-generation')
    const shutten = createShutten(dataFolder)
    rmSync(generation, { recursive: true })
    const asked = await shutten.fail(['ask', question, '--json'])
    expect(asked).toMatchObject({ code: 'GENERATION_NOT_FOUND', status: 74 })
    expect(asked.stderr).toContain('reindex')
    expect(await shutten.json(examination, ['doctor'], { status: 1 })).toMatchObject({ ok: false })
    expect(await shutten.json(ingestReport, ['reindex'])).toMatchObject({ documents: 1 })
    expect(await shutten.json(examination, ['doctor'])).toMatchObject({ ok: true })
  })
})

describe('a damaged database', () => {
  it('is told, and nothing is written over it', async () => {
    const { dataFolder } = copyWhole('database')
    const shutten = createShutten(dataFolder)
    const file = path.join(dataFolder, 'shutten.db')
    writeFileSync(file, Buffer.from('This is no database. '.repeat(400)))
    for (const side of ['-wal', '-shm']) rmSync(file + side, { force: true })
    const before = readFileSync(file)
    expect(await shutten.fail(['ask', question, '--json'])).toMatchObject({ code: 'DATABASE_DAMAGED', status: 74 })
    const { checks } = await shutten.json(examination, ['doctor'], { status: 1 })
    expect(checks.find(({ ok }) => !ok)?.detail).toContain('DATABASE_DAMAGED')
    expect(existsSync(file) && readFileSync(file).equals(before)).toBe(true)
  })

  it.each([
    ['documents', ['documents', '--json']],
    ['jobs', ['jobs', '--json']],
    ['ask', ['ask', question, '--json']],
  ])('never ends a command without a word, where a text is none: %s', async (name, args) => {
    const { dataFolder } = copyWhole(`no-text-${name}`)
    const shutten = createShutten(dataFolder)
    const file = path.join(dataFolder, 'shutten.db')
    const bytes = readFileSync(file)
    for (const text of ['青葉養蜂', 'text/markdown', '"kind"', '"embedder"'])
      for (let at = bytes.indexOf(text, 8192); at >= 0; at = bytes.indexOf(text, at + 1)) bytes[at + 1] = 0xff
    writeFileSync(file, bytes)
    const { stderr, status } = await shutten.run(args)
    // What does not read the damaged rows goes on.
    if (status !== 0) expect(stderr).toMatch(/^error\[DATABASE_DAMAGED\] .*\n {2}→ .*shutten repair/)
    if (name !== 'ask') expect(status).toBe(74)
    const { checks } = await shutten.json(examination, ['doctor'], { status: 1 })
    expect(checks.find(({ ok }) => !ok)?.fix).toContain('shutten repair')
  })
})
