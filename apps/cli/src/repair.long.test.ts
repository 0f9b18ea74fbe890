import { cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { apiary, lighthouse, writeArticles } from './fixtures/articles.js'
import { answer, examination, ingestReport } from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'

const folder = createSuiteFolder()
const repairReport = z.object({
  documents: z.number(),
  kept: z.record(z.string(), z.number()),
  unreadable: z.record(z.string(), z.number()),
  pages: z.object({ total: z.number(), missing: z.number(), damaged: z.number() }),
  documentsBefore: z.number().nullable(),
  lost: z.array(z.string()),
  sources: z.array(z.object({ name: z.string(), isVisited: z.boolean() })),
  copy: z.string(),
  generation: z.string().nullable(),
})

it('repairs a damaged database without its sources, and what is lost comes back with them', {
  timeout: 600_000,
}, async () => {
  const dataFolder = path.join(folder, 'data')
  const shutten = createShutten(dataFolder)
  const articles = writeArticles(path.join(folder, 'articles'), { 'apiary.md': apiary, 'lighthouse.md': lighthouse })
  await shutten.json(ingestReport, ['ingest', articles])
  // A bit of a stored text, which SQLite does not see.
  const file = path.join(dataFolder, 'shutten.db')
  const bytes = readFileSync(file)
  const at = bytes.indexOf('1874 by Ellen')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const { ok, checks } = await shutten.json(examination, ['doctor'], { status: 1 })
  expect(ok).toBe(false)
  expect(checks.find(({ name }) => name === 'records')).toMatchObject({
    ok: false,
    fix: expect.stringContaining('shutten repair'),
  })
  const repaired = await shutten.json(repairReport, ['repair'])
  expect(repaired).toMatchObject({ documents: 1, lost: [expect.stringContaining('lighthouse.md')] })
  expect(readFileSync(repaired.copy).equals(bytes)).toBe(true)
  expect(await shutten.json(examination, ['doctor'])).toMatchObject({ ok: true })
  const asked = await shutten.json(answer, ['ask', '青葉養蜂場は何年に開業しましたか？'])
  expect(asked).toMatchObject({ status: 'answered', generation: repaired.generation })
  expect(await shutten.json(ingestReport, ['ingest', articles])).toMatchObject({ added: 1, documents: 2 })
  expect(await shutten.json(examination, ['doctor'])).toMatchObject({ ok: true })
})

it.each([0.8, 0.5])(
  'repairs a database that was cut off, says what is lost, and its sources bring it back: %s',
  {
    timeout: 600_000,
  },
  async (part) => {
    const whole = path.join(folder, `cut-${part}-whole`)
    const articles = writeArticles(
      path.join(folder, `cut-${part}`),
      Object.fromEntries(
        Array.from({ length: 40 }, (_, at) => [
          `${at}.md`,
          `${lighthouse}\nNumber ${at}. ${'Seen from the sea. '.repeat(150)}`,
        ]),
      ),
    )
    const first = createShutten(whole)
    expect(
      (await first.run(['sources', 'add', '--kind', 'folder', '--location', articles, '--name', '規程'])).status,
    ).toBe(0)
    expect((await first.run(['sources', 'run', '規程'])).status).toBe(0)
    const dataFolder = path.join(folder, `cut-${part}-data`)
    cpSync(whole, dataFolder, { recursive: true })
    const file = path.join(dataFolder, 'shutten.db')
    truncateSync(file, Math.floor(statSync(file).size * part))
    const shutten = createShutten(dataFolder)
    expect(await shutten.fail(['status'])).toMatchObject({ code: 'DATABASE_DAMAGED', status: 74 })
    const { status, stdout, stderr } = await shutten.run(['repair'])
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('kept as shutten.db.damaged-')
    expect(stdout).toMatch(/^\d+ of 40 documents were kept/)
    expect(stdout).toMatch(/pages \d+ are cut off and 0 damaged/)
    expect(stdout).toContain('Visited again once a worker runs, which brings back what they hold: 規程')
    expect(await shutten.json(examination, ['doctor'])).toMatchObject({ ok: true })
    expect((await shutten.run(['sources', 'run', '規程'])).status).toBe(0)
    const { stdout: listed } = await shutten.run(['status', '--json'])
    expect(JSON.parse(listed)).toMatchObject({ documents: 40 })
  },
)
