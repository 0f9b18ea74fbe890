import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apiary, lighthouse, writeArticles } from './fixtures/articles.js'
import {
  answer,
  deleteReport,
  document,
  documentList,
  examination,
  generationList,
  ingestReport,
  searchResponse,
  status,
} from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'
import { expectSoundAnswer } from './fixtures/expect-sound-answer.js'

// One story in order, each step in processes of its own on one data folder.
describe('the command-line tool', { sequential: true }, () => {
  const folder = createSuiteFolder()
  const articles = path.join(folder, 'articles')
  const shutten = createShutten(path.join(folder, 'data'))
  const ask = async (question: string, ...options: string[]) => {
    const given = await shutten.json(answer, ['ask', question, ...options])
    expect(given.question).toBe(question)
    await expectSoundAnswer(given, shutten)
    return given
  }
  const idOf = async (name: string) => {
    const { documents } = await shutten.json(documentList, ['documents', '--query', name])
    return documents[0]?.id ?? ''
  }

  it.each(['-V', '--version'])('tells its version by %s, and makes no data folder for it', async (option) => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))
    expect(await shutten.run([option])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' })
    expect(await shutten.json(z.object({ version: z.literal(version) }), [option])).toEqual({ version })
    expect(existsSync(path.join(folder, 'data'))).toBe(false)
  })

  it('has an empty data folder to begin with, and says so', async () => {
    expect(await shutten.json(status, ['status'])).toMatchObject({ generation: null, documents: 0, jobs: [] })
    expect(await shutten.fail(['ask', '青葉養蜂場とは何ですか？', '--json'])).toMatchObject({
      code: 'INDEX_EMPTY',
      status: 65,
    })
  })

  it('ingests a folder', async () => {
    writeArticles(articles, { 'apiary.md': apiary, 'lighthouse.md': lighthouse })
    const report = await shutten.json(ingestReport, ['ingest', articles])
    expect(report).toMatchObject({ added: 2, updated: 0, unchanged: 0, deleted: 0, failed: [], documents: 2 })
    expect(await shutten.json(documentList, ['documents'])).toMatchObject({ total: 2 })
    expect(await shutten.json(status, ['status'])).toMatchObject({
      generation: report.generation,
      documents: 2,
      passages: report.passages,
      worker: null,
    })
  })

  it('finds passages whose text is that of the document', async () => {
    const { query, results } = await shutten.json(searchResponse, ['search', '蜂蜜は一度にどれだけとれるか', '-k', '2'])
    expect(query).toBe('蜂蜜は一度にどれだけとれるか')
    expect(results.map(({ rank }) => rank)).toEqual([1, 2])
    expect(results[0]?.text).toContain('38キログラム')
    const { text } = await shutten.json(document, ['document', results[0]?.documentId ?? ''])
    expect(text.slice(results[0]?.start, results[0]?.end)).toBe(results[0]?.text)
  })

  it('answers in Japanese and in English, with the place the fact stands at', async () => {
    const japanese = await ask('青葉養蜂場は何年に開業しましたか？')
    expect(japanese).toMatchObject({ status: 'answered', language: 'ja' })
    expect(japanese.citations.some(({ quote }) => quote.includes('2019年'))).toBe(true)
    const english = await ask('From how far away can the lamp of the Marrow Point lighthouse be seen?')
    expect(english).toMatchObject({ status: 'answered', language: 'en' })
    expect(english.citations.some(({ quote }) => quote.includes('19 nautical miles'))).toBe(true)
  })

  it('refuses what the sources do not hold', async () => {
    const given = await ask('ブラジルの首都はどこですか？')
    expect(given).toMatchObject({ status: 'refused', language: 'ja', refusal: {} })
  })

  it('keeps a conversation under the id it is given', async () => {
    const first = await ask('青葉養蜂場は何年に開業しましたか？', '--conversation', 'evening-talk')
    expect(first.conversationId).toBe('evening-talk')
    const second = await ask('巣箱はいくつありますか？', '--conversation', 'evening-talk')
    expect(second).toMatchObject({ conversationId: 'evening-talk', status: 'answered' })
    expect(second.citations.some(({ quote }) => quote.includes('24個'))).toBe(true)
  })

  it('prints texts for people without --json', async () => {
    const { status: exit, stdout } = await shutten.run(['ask', '青葉養蜂場の巣箱はいくつありますか？'])
    expect(exit).toBe(0)
    expect(stdout).toContain('24個')
    expect(stdout).toMatch(/^\[1\] 青葉養蜂場の記録/m)
  })

  it('knows what is unchanged, changed, vanished and only named anew', async () => {
    const before = await shutten.json(status, ['status'])
    expect(await shutten.json(ingestReport, ['ingest', articles])).toMatchObject({
      added: 0,
      unchanged: 2,
      generation: before.generation,
    })
    const id = await idOf('apiary')
    writeArticles(articles, { 'apiary.md': apiary.replace('24個', '31個') })
    expect(await shutten.json(ingestReport, ['ingest', articles])).toMatchObject({ updated: 1, unchanged: 1 })
    expect(await idOf('apiary')).toBe(id)
    const changed = await ask('青葉養蜂場の巣箱は全部で何個ありますか？')
    expect(changed.answer).toContain('31個')
    expect(changed.answer).not.toContain('24個')

    const copy = writeArticles(path.join(folder, 'elsewhere'), { 'renamed.md': lighthouse })
    expect(await shutten.json(ingestReport, ['ingest', copy])).toMatchObject({ added: 0, unchanged: 1, documents: 2 })

    rmSync(path.join(articles, 'apiary.md'))
    expect(await shutten.json(ingestReport, ['ingest', articles])).toMatchObject({ deleted: 1, documents: 1 })
    expect(await shutten.json(answer, ['ask', '青葉養蜂場の巣箱は全部で何個ありますか？'])).toMatchObject({
      status: 'refused',
    })
  })

  it('goes back to the index before, and forward again', async () => {
    const { generations } = await shutten.json(generationList, ['generations'])
    expect(generations.map(({ isServing, isWhole, documents }) => ({ isServing, isWhole, documents }))).toEqual([
      { isServing: true, isWhole: true, documents: 1 },
      { isServing: false, isWhole: true, documents: 2 },
    ])
    const back = await shutten.json(ingestReport, ['rollback'])
    expect(back).toMatchObject({ added: 1, unchanged: 1, documents: 2, generation: generations[1]?.id })
    expect(await ask('青葉養蜂場の巣箱は全部で何個ありますか？')).toMatchObject({ status: 'answered' })
    const forward = await shutten.json(ingestReport, ['rollback', '--to', generations[0]?.id ?? ''])
    expect(forward).toMatchObject({ deleted: 1, documents: 1, generation: generations[0]?.id })
    expect(await shutten.fail(['rollback', '--to', 'none', '--json'])).toMatchObject({
      code: 'GENERATION_NOT_KEPT',
      status: 66,
    })
  })

  it('rebuilds the index from the stored texts, without the sources', async () => {
    writeArticles(articles, { 'apiary.md': apiary })
    expect(await shutten.json(ingestReport, ['ingest', articles])).toMatchObject({ added: 1, documents: 2 })
    rmSync(articles, { recursive: true })
    const before = await shutten.json(status, ['status'])
    const report = await shutten.json(ingestReport, ['reindex'])
    expect(report).toMatchObject({ documents: 2, passages: before.passages, unchanged: 2 })
    expect(report.generation).not.toBe(before.generation)
    expect(await ask('青葉養蜂場は何年に開業しましたか？')).toMatchObject({
      status: 'answered',
      generation: report.generation,
    })
  })

  it('deletes a document everywhere, and proves it', async () => {
    const id = await idOf('lighthouse')
    expect(await shutten.json(deleteReport, ['delete', id])).toMatchObject({ deleted: id })
    const [missing, again, search] = await Promise.all([
      shutten.fail(['document', id, '--json']),
      shutten.fail(['delete', id, '--json']),
      shutten.json(searchResponse, ['search', 'Marrow Point lighthouse']),
    ])
    expect(await shutten.fail(['rollback', '--json'])).toMatchObject({ code: 'GENERATION_NOT_KEPT' })
    expect([missing.code, missing.status, again.code]).toEqual(['DOCUMENT_NOT_FOUND', 66, 'DOCUMENT_NOT_FOUND'])
    expect(search.results.map(({ documentId }) => documentId)).not.toContain(id)
  })

  it('finds itself in order at the end', async () => {
    const { ok, checks } = await shutten.json(examination, ['doctor'])
    expect(checks.filter((check) => !check.ok)).toEqual([])
    expect(ok).toBe(true)
  })

  it('shows nothing of one data folder in another', async () => {
    const other = createShutten(path.join(folder, 'other'))
    const place = writeArticles(path.join(folder, 'other-articles'), { 'lighthouse.md': lighthouse })
    expect(await other.json(ingestReport, ['ingest', place])).toMatchObject({ added: 1, documents: 1 })
    const { results } = await other.json(searchResponse, ['search', '青葉養蜂場の巣箱'])
    expect(results.every(({ text }) => !text.includes('青葉'))).toBe(true)
    const here = await shutten.json(searchResponse, ['search', 'Marrow Point lighthouse'])
    expect(here.results.every(({ text }) => !text.includes('Marrow'))).toBe(true)
  })
})

const shared = path.resolve(import.meta.dirname, '../../../../shared')
const seeds = path.join(shared, 'corpus/seeds')
const questionsFile = path.join(shared, 'eval/seed-questions.json')

describe.skipIf(!existsSync(seeds) || !existsSync(questionsFile))('with articles from outside', () => {
  const folder = createSuiteFolder()
  const shutten = createShutten(folder)

  it('answers what they hold', async () => {
    const { failed, documents } = await shutten.json(ingestReport, ['ingest', seeds])
    expect(failed).toEqual([])
    expect(documents).toBeGreaterThan(0)
    const { questions } = z
      .object({
        questions: z.array(z.object({ question: z.string(), answers: z.array(z.array(z.string())).nullable() })),
      })
      .parse(JSON.parse(readFileSync(questionsFile, 'utf8')))
    const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
    for (const { question, answers } of questions.filter(({ answers }) => answers !== null).slice(0, 3)) {
      const given = await shutten.json(answer, ['ask', question])
      await expectSoundAnswer(given, shutten)
      const told = fold([given.answer, ...given.citations.map(({ quote }) => quote)].join('\n'))
      for (const variants of answers ?? []) expect(variants.some((variant) => told.includes(fold(variant)))).toBe(true)
    }
  })
})
