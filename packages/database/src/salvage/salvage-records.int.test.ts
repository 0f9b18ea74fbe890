import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDatabase } from '../create-database.js'
import { sampleStaging } from '../suites/sample-staging.js'
import { salvageRecords } from './salvage-records.js'

const count = 60
const uris = Array.from({ length: count }, (_, at) => `file:///${at}.md`)

/** Records of sixty documents over some hundred pages, closed. */
async function createFilled(): Promise<{ folder: string; file: string }> {
  const folder = await createTemporaryFolder()
  const file = path.join(folder, 'shutten.db')
  const database = await createDatabase({ file })
  const { ingestion, settings, conversations } = database
  const versions = []
  for (const uri of uris)
    versions.push(await ingestion.stageVersion(sampleStaging({ uri, sentences: [`${uri}の文。`, 'あ'.repeat(3_000)] })))
  await ingestion.switchTo({
    generationId: 'g1',
    versions,
    counts: { documents: count, passages: count * 2 },
    embedder: 'e',
  })
  await settings.save('key', '値')
  await conversations.create({ owner: 'o', title: 't', id: 'c' })
  await database.close()
  return { folder, file }
}

/** What is in repaired records: each document's text is the one that was stored. */
async function readRepaired(file: string): Promise<string[]> {
  const database = await createDatabase({ file })
  try {
    const { documents } = await database.documents.list({ limit: 1_000 })
    for (const { id, uri } of documents)
      expect((await database.documents.get(id)).text).toBe(`${uri}の文。${'あ'.repeat(3_000)}`)
    return documents.map(({ uri }) => uri)
  } finally {
    await database.close()
  }
}

describe('salvageRecords', () => {
  it('keeps everything of a whole file', async () => {
    const { file } = await createFilled()
    const report = await salvageRecords({ file, suffix: '.damaged' })
    expect(report).toMatchObject({ unreadable: {}, lost: [], copy: `${file}.damaged` })
    expect(report.kept).toMatchObject({ Document: count, DocumentVersion: count, Passage: count * 2, Setting: 1 })
    expect((await readRepaired(file)).sort()).toEqual([...uris].sort())
    const database = await createDatabase({ file })
    expect(await database.settings.find('key')).toBe('値')
    expect(await database.conversations.find({ id: 'c', owner: 'o' })).not.toBeNull()
    expect((await database.ingestion.findServing())?.id).toBe('g1')
    expect(await database.check()).toEqual([])
    await database.close()
  })

  it('keeps what is before the place where a file was cut off', async () => {
    const { file } = await createFilled()
    await truncate(file, Math.floor((await stat(file)).size * 0.7))
    await expect(createDatabase({ file })).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
      suggestion: expect.stringContaining('repair'),
    })
    const report = await salvageRecords({ file, suffix: '.damaged' })
    const kept = await readRepaired(file)
    expect(kept.length).toBeGreaterThan(count / 4)
    expect(Object.keys(report.unreadable)).not.toEqual([])
  })

  it('wherever pages are overwritten, what it keeps is right, and the records are whole', async () => {
    const { folder, file } = await createFilled()
    const whole = await readFile(file)
    const pages = whole.length / 4096
    let most = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: pages - 1 }), fc.integer(), async (page, seed) => {
        const bytes = Buffer.from(whole)
        for (let at = 0; at < 4096; at += 1) bytes[page * 4096 + at] = (at * 31 + seed) & 0xff
        const damaged = path.join(folder, 'damaged.db')
        await writeFile(damaged, bytes)
        await salvageRecords({ file: damaged, suffix: '.old' })
        most = Math.max(most, (await readRepaired(damaged)).length)
        const database = await createDatabase({ file: damaged })
        expect(
          (await database.check()).filter((problem) => /file is damaged|missing ones|texts/.test(problem)),
        ).toEqual([])
        await database.close()
      }),
      { numRuns: 12 },
    )
    expect(most).toBe(count)
  })

  it('finds a bit that was flipped inside a text, and leaves that document out', async () => {
    const { file } = await createFilled()
    const bytes = await readFile(file)
    const at = bytes.indexOf('file:///7.mdの文。')
    bytes[at + 9] = (bytes[at + 9] ?? 0) ^ 0x20
    await writeFile(file, bytes)
    const database = await createDatabase({ file })
    expect(await database.check()).toEqual(['1 texts that are not what was stored'])
    await database.close()
    const report = await salvageRecords({ file, suffix: '.damaged' })
    expect(report.unreadable.DocumentVersion ?? report.lost.length).toBe(1)
    expect((await readRepaired(file)).length).toBe(count - 1)
  })

  it('takes the log along', async () => {
    const { folder, file } = await createFilled()
    const database = await createDatabase({ file })
    await database.settings.save('late', 'yes')
    const copy = path.join(folder, 'copy.db')
    for (const side of ['', '-wal']) await copyFile(file + side, copy + side)
    await database.close()
    await salvageRecords({ file: copy, suffix: '.damaged' })
    const repaired = await createDatabase({ file: copy })
    expect(await repaired.settings.find('late')).toBe('yes')
    await repaired.close()
  })

  it('says so when nothing can be read, and changes nothing', async () => {
    const { file } = await createFilled()
    const bytes = await readFile(file)
    bytes.fill(0xaa, 0, 4096)
    await writeFile(file, bytes)
    await expect(salvageRecords({ file, suffix: '.damaged' })).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
      suggestion: expect.stringContaining('ingest the sources again'),
    })
    expect((await readFile(file)).equals(bytes)).toBe(true)
  })
})
