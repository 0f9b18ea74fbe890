import { readFileSync, writeFileSync } from 'node:fs'
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
  lost: z.array(z.string()),
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
