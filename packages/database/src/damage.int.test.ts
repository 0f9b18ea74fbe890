import { randomUUID } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDatabase, type Database } from './create-database.js'
import { sampleStaging } from './suites/sample-staging.js'

const flip = (bytes: Buffer, bit: number): Buffer => {
  const flipped = Buffer.from(bytes)
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return flipped
}

/** libsql lets a file go only when its statements are collected: none is written over that was open. */
const newName = (folder: string) => path.join(folder, `${randomUUID()}.db`)

async function serve(database: Database, generation: number): Promise<void> {
  const { ingestion } = database
  const versions = []
  for (let at = 0; at < 10; at += 1)
    versions.push(
      await ingestion.stageVersion(
        sampleStaging({ uri: `file:///${at}.md`, sentences: [`第${generation}版の${at}番。`, '本文。'.repeat(200)] }),
      ),
    )
  const counts = { documents: 10, passages: 20 }
  await ingestion.switchTo({ generationId: `g${generation}`, versions, counts, embedder: 'e' })
}

/** What is found in the file: problems that a check names, or the code of the error that opening or checking gives. */
async function examine(file: string): Promise<{ problems: string[]; serving: string | null; texts: string[] }> {
  let database: Database | undefined
  try {
    database = await createDatabase({ file })
    const problems = await database.check()
    if (problems.length > 0) return { problems, serving: null, texts: [] }
    const serving = (await database.ingestion.findServing())?.id ?? null
    const texts: string[] = []
    for (const { id } of (await database.documents.list()).documents)
      texts.push((await database.documents.get(id)).text)
    return { problems, serving, texts: texts.sort() }
  } catch (error) {
    return { problems: [String((error as { code?: string }).code)], serving: null, texts: [] }
  } finally {
    await database?.close().catch(() => {})
  }
}

describe('a bit that was flipped', () => {
  it('in the file: named, or no text is another', async () => {
    const folder = await createTemporaryFolder()
    const file = path.join(folder, 'shutten.db')
    const database = await createDatabase({ file })
    await serve(database, 1)
    await database.close()
    const { texts } = await examine(file)
    expect(texts).toHaveLength(10)
    const whole = await readFile(file)
    let named = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const damaged = newName(folder)
        await writeFile(damaged, flip(whole, bit))
        const found = await examine(damaged)
        if (found.problems.length > 0) named += 1
        else expect(found.texts).toEqual(texts)
      }),
      { numRuns: 30 },
    )
    expect(named).toBeGreaterThan(0)
  })

  it('in the log: what was committed before it is whole', async () => {
    const folder = await createTemporaryFolder()
    const file = path.join(folder, 'shutten.db')
    const database = await createDatabase({ file })
    await serve(database, 1)
    await database.ingestion.prune({ keepGenerations: [] })
    await serve(database, 2)
    const copy = path.join(folder, 'copy.db')
    for (const side of ['', '-wal']) await copyFile(file + side, copy + side)
    await database.close()
    const [main, log] = [await readFile(copy), await readFile(`${copy}-wal`)]
    expect(log.length).toBeGreaterThan(10_000)
    expect(await examine(copy)).toMatchObject({ problems: [], serving: 'g2' })
    const seen = new Set<string | null>()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: log.length * 8 - 1 }), fc.boolean(), async (bit, isTorn) => {
        const damaged = newName(folder)
        await writeFile(damaged, main)
        await writeFile(`${damaged}-wal`, isTorn ? log.subarray(0, bit >> 3) : flip(log, bit))
        const found = await examine(damaged)
        expect(found.problems).toEqual([])
        expect(found.texts).toHaveLength(10)
        expect(found.texts.every((text) => text.startsWith(`第${found.serving?.slice(1)}版`))).toBe(true)
        seen.add(found.serving)
      }),
      { numRuns: 20 },
    )
    expect(seen).toContain('g1')
  })
})

describe('stretches that were overwritten', () => {
  it('never end the process of whoever reads on: each error has a code', async () => {
    const folder = await createTemporaryFolder()
    const file = path.join(folder, 'shutten.db')
    const first = await createDatabase({ file })
    await serve(first, 1)
    await first.jobs.create({ kind: 'reindex' })
    await first.conversations.create({ owner: 'o', title: 'あ', id: 'c' })
    await first.close()
    const whole = await readFile(file)
    const read = async (database: Database) => {
      const { documents } = await database.documents.list()
      for (const { id } of documents) await database.documents.get(id)
      await database.jobs.list()
      await database.conversations.list({ owner: 'o' })
      await database.ingestion.findServing()
      await database.settings.save('key', 'value')
    }
    const codes = new Set<unknown>()
    const stretch = fc.tuple(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(stretch, { minLength: 5, maxLength: 40 }), async (stretches) => {
        const bytes = Buffer.from(whole)
        for (const [at, content] of stretches) bytes.set(content.subarray(0, whole.length - at), at)
        const damaged = newName(folder)
        await writeFile(damaged, bytes)
        try {
          const database = await createDatabase({ file: damaged })
          await read(database).finally(() => database.close())
        } catch (error) {
          codes.add((error as { code?: unknown }).code)
        }
      }),
      { numRuns: 25 },
    )
    expect(codes).toContain('DATABASE_DAMAGED')
    // An id or a name may be what was overwritten: then SQLite finds its pages whole, and no row or table under it.
    const others = ['DATABASE_VERSION_UNKNOWN', 'DOCUMENT_NOT_FOUND', 'DATABASE_FAILED']
    expect([...codes].filter((code) => code !== 'DATABASE_DAMAGED' && !others.includes(String(code)))).toEqual([])
  })
})
