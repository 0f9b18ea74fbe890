import type { PassageEdit } from '@shutten/core'
import { expect, it } from 'vitest'
import { describeOriginal } from '../edits/describe-original.js'
import { searchBoth, type TestRecords } from '../fixtures/articles.js'
import { createTestRecords } from '../fixtures/create-test-records.js'

const leave = (days = '二十日', also = '') =>
  `# 休暇\n\n有給休暇は一年に${days}である。\n\n# 申請\n\n申請は前日までに人事課へ行う。${also}\n`

async function prepare() {
  const records = await createTestRecords()
  await records.write({ 'leave.md': leave() })
  const first = await records.ingestor.ingest({ locations: [records.articles] })
  const [document] = (await records.database.documents.list()).documents
  if (!document) throw new Error('Nothing was taken in.')
  return { ...records, first, documentId: document.id }
}

/** As the page of the document does it. */
async function write(records: TestRecords, documentId: string, words: string, text: string): Promise<PassageEdit> {
  const { database } = records
  const document = await database.documents.get(documentId)
  const passages = await database.ingestion.getPassages([document.versionId])
  const passage = passages.find((one) => one.text.includes(words))
  if (!passage) throw new Error(`No passage says ${words}.`)
  const edit = { documentId, text, by: 'editor', ...describeOriginal({ ...passage, text: document.text }) }
  return database.edits.save({ edit, base: [] })
}

it('is found by meaning and by words, embeds its passage alone, and outlives a rebuild and a change of the rest', async () => {
  const records = await prepare()
  const { database, ingestor, documentId } = records
  const source = await database.documents.get(documentId)
  await write(records, documentId, '二十日', '有給休暇は一年に三十五日である。')
  expect(await database.edits.count()).toEqual({ total: 1, notServing: 1 })
  const before = records.getEmbeddedCount()
  expect(await ingestor.applyEdits()).toMatchObject({ edited: 1, documents: 1 })
  expect(records.getEmbeddedCount() - before).toBe(1)
  expect(await database.edits.count()).toEqual({ total: 1, notServing: 0 })

  const expectEdited = async () => {
    const document = await database.documents.get(documentId)
    expect(document.text).toContain('三十五日')
    expect(document.edits).toMatchObject([{ original: expect.stringContaining('二十日である。') }])
    const { dense, lexical } = await searchBoth(records, '有給休暇は一年に三十五日である。')
    for (const found of [dense, lexical])
      expect(found).toMatchObject({
        text: expect.stringContaining('三十五日'),
        edits: [{ original: expect.any(String) }],
      })
    for (const passage of await database.ingestion.getPassages([document.versionId]))
      expect(document.text.slice(passage.start, passage.end)).toBe(passage.text)
  }
  await expectEdited()
  // Nothing is left to do, by any way.
  const { generation } = await ingestor.applyEdits()
  expect((await ingestor.ingest({ locations: [records.articles] })).generation).toBe(generation)
  await ingestor.reindex()
  await expectEdited()
  await records.write({ 'leave.md': leave('二十日', '届は紙で出す。') })
  expect(await ingestor.ingest({ locations: [records.articles] })).toMatchObject({ updated: 1 })
  await expectEdited()
  expect((await database.documents.get(documentId)).text).toContain('届は紙で出す。')
  expect(await database.check()).toEqual([])
  expect(source.text).toContain('二十日')
})

it('waits for a look when the source says another thing, and is back when it says the same again', async () => {
  const records = await prepare()
  const { database, ingestor, documentId, articles } = records
  await write(records, documentId, '二十日', '有給休暇は一年に三十五日である。')
  await ingestor.applyEdits()
  await records.write({ 'leave.md': leave('二十二日') })
  await ingestor.ingest({ locations: [articles] })
  const changed = await database.documents.get(documentId)
  expect([changed.text.includes('二十二日'), changed.edits]).toEqual([true, undefined])
  expect(await database.edits.list()).toMatchObject([{ text: '有給休暇は一年に三十五日である。' }])
  expect(await database.edits.count()).toEqual({ total: 1, notServing: 1 })
  await records.write({ 'leave.md': leave() })
  await ingestor.ingest({ locations: [articles] })
  expect((await database.documents.get(documentId)).text).toContain('三十五日')
})

it('is undone, follows a rollback, and comes with whatever is taken in next', async () => {
  const records = await prepare()
  const { database, ingestor, documentId, first } = records
  const original = await database.documents.get(documentId)
  const { id } = await write(records, documentId, '二十日', '有給休暇は一年に三十五日である。')
  await ingestor.applyEdits()
  await ingestor.rollBack({ generationId: first.generation ?? '' })
  expect((await database.documents.get(documentId)).text).toBe(original.text)
  await ingestor.ingestTexts({ documents: [{ uri: 'x:other', title: '別', text: '別の文である。' }] })
  expect((await database.documents.get(documentId)).text).toContain('三十五日')
  await database.edits.remove({ id })
  await ingestor.applyEdits()
  const back = await database.documents.get(documentId)
  expect([back.text, back.versionId, back.edits, back.blocks]).toEqual([
    original.text,
    original.versionId,
    undefined,
    original.blocks,
  ])
})

it('tells whoever was not fast enough, and writes nothing', async () => {
  const records = await prepare()
  const { database, documentId } = records
  const { id } = await write(records, documentId, '二十日', '一人目の文である。')
  await expect(write(records, documentId, '二十日', '二人目の文である。')).rejects.toMatchObject({
    code: 'EDIT_CHANGED',
  })
  const [edit] = await database.edits.list()
  if (!edit) throw new Error('The edit is gone.')
  const again = await database.edits.save({
    edit: { ...edit, text: '三人目の文である。' },
    base: [{ id, revision: 1 }],
  })
  expect([again.id, again.revision, again.text]).toEqual([id, 2, '三人目の文である。'])
  await expect(database.edits.remove({ id, revision: 1 })).rejects.toMatchObject({ code: 'EDIT_CHANGED' })
})

it('goes with its document: nothing finds what was written, and no record keeps it', async () => {
  const records = await prepare()
  const { database, ingestor, documentId } = records
  await write(records, documentId, '二十日', '有給休暇は一年に三十五日である。')
  await ingestor.applyEdits()
  const report = await ingestor.remove({ documentId })
  expect(Object.values(report.proof).every((count) => count === 0)).toBe(true)
  expect(await database.edits.list()).toEqual([])
  expect(await database.findLeftovers()).toEqual([])
})
