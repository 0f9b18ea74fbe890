import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Answer, Citation, Job } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readArchive } from '../archive/read-archive.js'
import { bert, listUris, type TestRecords } from '../fixtures/articles.js'
import { createTestRecords } from '../fixtures/create-test-records.js'
import { createJobJournal } from '../worker/create-job-journal.js'
import { listItemUris } from '../worker/list-item-uris.js'
import { performRequest } from '../worker/perform-request.js'

const marks = ['kakushi7f3a9zumi', '極秘番号壱弐参肆']
const secret = (more = '') =>
  `# 秘密の計画 ${marks[0]}\n\n計画の${marks[1]}は社外に出さない。${more}担当は佐藤である。\n`
const nothing = { passages: 0, vectors: 0, lexical: 0, cache: 0, uploads: 0, payloads: 0, quarantine: 0, answers: 0 }

/** Files of the data folder that hold one of the marks, as UTF-8 or UTF-16. */
async function findMarks({ folder }: TestRecords): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(path.join(folder, 'data'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    const isHeld = marks.some((mark) => bytes.includes(mark) || bytes.includes(Buffer.from(mark, 'utf16le')))
    if (isHeld) found.push(path.relative(path.join(folder, 'data'), file))
  }
  return found
}

async function upload({ folder }: TestRecords, name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'data/uploads', name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}

function toAnswer(citations: readonly Partial<Citation>[], rest: Partial<Answer> = {}): Answer {
  return {
    question: '番号は？',
    status: 'answered',
    language: 'ja',
    answer: `${marks[1]}です。[1]`,
    confidence: 0.9,
    sentences: [{ text: `${marks[1]}です。`, citations: [1], support: 'supported', score: 1 }],
    citations: citations as Citation[],
    model: { generator: 'extractive', embedder: 'e', reranker: null },
    generation: 'g',
    conversationId: 'c',
    timings: {},
    ...rest,
  }
}

async function pack(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter())
  for (const [name, content] of Object.entries(files))
    await writer.add(name, new Uint8ArrayReader(typeof content === 'string' ? Buffer.from(content) : content))
  return writer.close()
}

async function perform(records: TestRecords, job: Job) {
  const { database, ingestor } = records
  await database.jobs.claim({ owner: 'test' })
  const result = await performRequest({
    request: job.request,
    getDocument: (position) => database.jobItems.getPayload({ jobId: job.id, position }),
    listUris: (count) => listItemUris({ items: database.jobItems, jobId: job.id, count }),
    ingestor,
    run: { jobId: job.id, journal: createJobJournal({ items: database.jobItems, jobId: job.id }) },
  })
  await database.jobs.succeed(job.id, result)
  return result
}

describe('a deletion', () => {
  it('leaves no byte of it in the data folder: not in files, records, their log or free pages', async () => {
    const records = await createTestRecords()
    const { database, ingestor } = records
    // As the web server has the records open meanwhile.
    const web = await createDatabase({ file: path.join(records.folder, 'data/shutten.db') })
    onTestFinished(() => web.close())
    const file = await upload(records, '計画/secret.md', secret())
    await upload(records, 'bert.md', bert)
    await ingestor.ingest({ locations: [path.join(records.folder, 'data/uploads')] })
    await writeFile(file, secret('期限は来月末である。'))
    await ingestor.ingest({ locations: [file] })
    const copy = await upload(records, 'copy.md', secret('期限は来月末である。'))
    expect(await ingestor.ingest({ locations: [copy] })).toMatchObject({ unchanged: 1 })
    const document = (await database.documents.list({ query: 'secret.md' })).documents[0]
    const id = document?.id ?? ''
    const [other] = (await database.documents.list({ query: 'bert.md' })).documents
    await web.conversations.create({ owner: 'o', title: '番号は？', id: 'c' })
    const cited = toAnswer([{ number: 1, documentId: id, quote: secret() }])
    const answers = [
      cited,
      toAnswer([], { status: 'refused', refusal: { reason: 'not-in-sources', nearest: cited.citations } }),
      toAnswer([], {
        answer: 'こんにちは。',
        sentences: [],
        aside: { kind: 'sources', suggestions: [`${marks[0]}とは？`] },
      }),
      toAnswer([{ number: 1, documentId: other?.id ?? '', quote: 'BERT' }], { answer: 'BERTです。[1]', sentences: [] }),
    ]
    for (const answer of answers)
      await web.conversations.addTurn({ conversationId: 'c', turn: { question: '番号は？', answer } })
    expect((await findMarks(records)).length).toBeGreaterThan(3)

    const report = await ingestor.remove({ documentId: id })
    expect(report.proof).toEqual(nothing)
    expect(await findMarks(records)).toEqual([])
    expect(existsSync(path.dirname(file))).toBe(false)
    expect(await listUris({ ...records, articles: path.join(records.folder, 'data/uploads') })).toEqual(['bert.md'])
    const turns = (await web.conversations.find({ id: 'c', owner: 'o' }))?.turns ?? []
    expect(turns.map(({ answer }) => answer.withdrawn ?? false)).toEqual([true, true, false, false])
    expect(turns[0]?.answer).toMatchObject({ answer: expect.stringContaining('削除'), sentences: [], citations: [] })
    expect(turns[3]?.answer).toEqual(answers[3])
    // An answer that was being made from the generation before comes too late.
    await web.conversations.addTurn({ conversationId: 'c', turn: { question: '番号は？', answer: cited } })
    expect(await findMarks(records)).toEqual([])
  })

  it('takes the texts of its jobs away, its title and what was held back at its address', async () => {
    const records = await createTestRecords()
    const { database } = records
    const documents = [
      { uri: 'text:1', title: marks[0] ?? '', text: secret() },
      { uri: 'text:2', title: 'BERT', text: bert },
    ]
    const job = await database.jobs.create({ kind: 'ingest-texts', documents })
    await perform(records, job)
    const failed = await database.jobs.create({ kind: 'ingest-texts', documents })
    await database.jobs.fail(failed.id, { code: 'DISK_FULL', message: 'm', suggestion: 's' })
    const waiting = { uri: 'text:1', title: 't', mediaType: 'text/plain', text: secret(), textHash: 'h', findings: [] }
    await database.quarantine.hold(waiting)
    const document = await database.documents.get('text:1')
    const removal = await database.jobs.create({ kind: 'delete', documentId: document.id })
    expect(await perform(records, removal)).toMatchObject({ proof: nothing })
    expect(await findMarks(records)).toEqual([])
    const titles = (await database.jobs.find(failed.id))?.request
    expect(titles).toMatchObject({ documents: [{ uri: 'text:1', title: '' }, { title: 'BERT' }] })
    expect(await database.jobItems.getPayload({ jobId: failed.id, position: 1 })).toMatchObject({ title: 'BERT' })
    expect(await database.jobItems.list({ jobId: removal.id })).toMatchObject([{ uri: 'text:1', outcome: 'deleted' }])
  })

  it('takes it out of the archive that it was uploaded in, and leaves what else is in there', async () => {
    const records = await createTestRecords()
    const inner = await pack({ '計画/secret.md': secret(), 'note.md': '# メモ\n\n会議は3時からである。\n' })
    const file = await upload(records, 'all.zip', await pack({ 'bert.md': bert, 'inner.zip': inner }))
    await records.ingestor.ingest({ locations: [file] })
    const document = (await records.database.documents.list({ query: '秘密の計画' })).documents[0]
    const report = await records.ingestor.remove({ documentId: document?.id ?? '' })
    expect(report.proof).toEqual(nothing)
    expect(await findMarks(records)).toEqual([])
    // What is left of the archive is as it was.
    expect(await records.ingestor.ingest({ locations: [file] })).toMatchObject({ unchanged: 2, failed: [] })
    for (const { id } of (await records.database.documents.list()).documents)
      await records.ingestor.remove({ documentId: id })
    expect(existsSync(file)).toBe(false)
  })

  it('takes copies of it out of other archives, which were no documents of their own', async () => {
    const records = await createTestRecords()
    const inner = await pack({ 'deep.md': secret(), 'note.md': '# メモ\n\n会議は3時からである。\n' })
    const files = [
      await upload(records, 'first.zip', await pack({ 'secret.md': secret(), 'again.md': secret(), 'bert.md': bert })),
      await upload(records, 'second.zip', await pack({ 'inner.zip': inner, 'secret.md': secret() })),
      await upload(records, 'third.zip', await pack({ 'secret.md': secret() })),
      await upload(records, 'copy.md', secret()),
    ]
    await records.ingestor.ingest({ locations: files })
    expect((await records.database.documents.list()).total).toBe(3)
    const [document] = (await records.database.documents.list({ query: '秘密の計画' })).documents
    expect((await records.ingestor.remove({ documentId: document?.id ?? '' })).proof).toEqual(nothing)
    const left: string[] = []
    for (const file of files.filter((each) => existsSync(each)))
      for await (const item of readArchive({ bytes: await readFile(file), uri: path.basename(file) }))
        left.push(item.uri)
    expect(left.sort()).toEqual(['first.zip!/bert.md', 'second.zip!/inner.zip!/note.md'])
    expect(await records.ingestor.ingest({ locations: files.slice(0, 2) })).toMatchObject({ added: 0, unchanged: 2 })
  })

  it('leaves what another document has at an address that was once its own', async () => {
    const records = await createTestRecords()
    const first = await upload(records, 'a.md', secret())
    await records.ingestor.ingest({ locations: [first] })
    await rename(first, path.join(records.folder, 'data/uploads/b.md'))
    await records.ingestor.ingest({ locations: [path.join(records.folder, 'data/uploads/b.md')] })
    const other = await upload(records, 'a.md', bert)
    await records.ingestor.ingest({ locations: [other] })
    const [document] = (await records.database.documents.list({ query: '秘密の計画' })).documents
    expect(document?.uri).toMatch(/b\.md$/)
    expect((await records.ingestor.remove({ documentId: document?.id ?? '' })).proof).toEqual(nothing)
    expect(await findMarks(records)).toEqual([])
    expect(existsSync(other)).toBe(true)
  })

  it('does not touch files that are not its own', async () => {
    const records = await createTestRecords()
    await records.write({ 'secret.md': secret() })
    await records.ingestor.ingest({ locations: [records.articles] })
    const uri = pathToFileURL(path.join(records.articles, 'secret.md')).href
    const { id } = await records.database.documents.get(uri)
    expect((await records.ingestor.remove({ documentId: id })).proof).toEqual(nothing)
    expect(existsSync(path.join(records.articles, 'secret.md'))).toBe(true)
  })

  it('is completed by the next run where it was cut off after the switch', async () => {
    const records = await createTestRecords()
    const { database, generations } = records
    const file = await upload(records, 'secret.md', secret())
    await records.ingestor.ingest({ locations: [file] })
    const [document] = (await database.documents.list()).documents
    const job = await database.jobs.create({ kind: 'delete', documentId: document?.id ?? '' })
    const { remove } = generations
    generations.remove = async () => {
      throw new Error('killed')
    }
    await expect(perform(records, job)).rejects.toThrow()
    generations.remove = remove
    expect((await database.documents.list()).total).toBe(0)
    expect((await findMarks(records)).length).toBeGreaterThan(0)
    expect(await perform(records, job)).toMatchObject({ proof: nothing })
    expect(await findMarks(records)).toEqual([])
  })
})
