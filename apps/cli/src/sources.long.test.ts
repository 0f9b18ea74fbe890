import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apiary, lighthouse, writeArticles } from './fixtures/articles.js'
import { documentList, ingestReport } from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'

const source = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  location: z.string(),
  schedule: z.object({ cron: z.string(), timeZone: z.string() }).nullable(),
  exclude: z.array(z.string()),
  tags: z.array(z.string()),
  enabled: z.boolean(),
  nextRunAt: z.string().nullable(),
  documents: z.number(),
  lastRun: z.object({ status: z.string() }).nullable(),
})

describe('sources', { sequential: true }, () => {
  const folder = createSuiteFolder()
  const articles = path.join(folder, 'articles')
  const shutten = createShutten(path.join(folder, 'data'))
  const visit = () => shutten.json(ingestReport, ['sources', 'run', 'articles'])

  it('are added with what was not said filled in', async () => {
    writeArticles(articles, { 'apiary.md': apiary, 'lighthouse.md': lighthouse })
    const added = await shutten.json(source, [
      'sources',
      'add',
      '--kind',
      'folder',
      '--location',
      articles,
      '--tag',
      '蜂',
    ])
    expect(added).toMatchObject({ name: 'articles', schedule: { cron: '*/5 * * * *' }, tags: ['蜂'], documents: 0 })
    const { sources } = await shutten.json(z.object({ sources: z.array(source) }), ['sources'])
    expect(sources).toEqual([added])
  })

  it('are visited: everything, then nothing, then what has changed', async () => {
    expect(await visit()).toMatchObject({ added: 2, failed: [] })
    expect(await visit()).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    rmSync(path.join(articles, 'lighthouse.md'))
    writeFileSync(path.join(articles, 'new.md'), '# 新しい記事\n\n新しい記事である。蜂蜜の瓶は倉庫に置く。\n')
    expect(await visit()).toMatchObject({ added: 1, deleted: 1, unchanged: 1 })
    expect(await shutten.json(source, ['sources', 'show', 'articles'])).toMatchObject({
      documents: 2,
      lastRun: { status: 'succeeded' },
    })
  })

  it('bring back what was deleted by hand, until it is excluded', async () => {
    const { documents } = await shutten.json(documentList, ['documents', '--query', '新しい記事'])
    const report = z.object({ heldBy: z.array(z.object({ id: z.string(), pattern: z.string() })) })
    const { heldBy } = await shutten.json(report, ['delete', documents[0]?.id ?? ''])
    expect(await visit()).toMatchObject({ added: 1 })
    const [holder] = heldBy
    await shutten.run(['sources', 'exclude', holder?.id ?? '', holder?.pattern ?? ''])
    expect(await visit()).toMatchObject({ deleted: 1, documents: 1 })
  })

  it('are edited, disabled and enabled', async () => {
    const edited = await shutten.json(source, ['sources', 'edit', 'articles', '--schedule', 'none', '--name', '養蜂'])
    expect(edited).toMatchObject({ name: '養蜂', schedule: null, nextRunAt: null, tags: ['蜂'], exclude: ['new.md'] })
    expect(await shutten.json(source, ['sources', 'disable', '養蜂'])).toMatchObject({ enabled: false })
    expect(await shutten.fail(['sources', 'run', '養蜂'])).toMatchObject({ code: 'SOURCE_DISABLED', status: 65 })
    expect(await shutten.json(source, ['sources', 'enable', '養蜂'])).toMatchObject({ enabled: true })
  })

  it('go without their documents, or with them', async () => {
    const removal = z.object({ removed: z.string(), deleted: z.number(), kept: z.number() })
    expect(await shutten.json(removal, ['sources', 'remove', '養蜂'])).toMatchObject({ deleted: 0, kept: 1 })
    expect(await shutten.json(documentList, ['documents'])).toMatchObject({ total: 1 })
    await shutten.json(source, ['sources', 'add', '--kind', 'folder', '--location', articles])
    await visit()
    expect(await shutten.json(removal, ['sources', 'remove', 'articles', '--delete-documents'])).toMatchObject({
      deleted: 2,
      kept: 0,
    })
    expect(await shutten.json(documentList, ['documents'])).toMatchObject({ total: 0 })
  })

  it.each([
    [['add', '--kind', 'folder', '--location', 'nowhere'], 'SOURCE_NOT_FOUND', 66],
    [['add', '--kind', 'garden', '--location', '.'], 'SOURCE_DEFINITION_INVALID', 64],
    [['add', '--kind', 'url', '--location', 'http://127.0.0.1/'], 'SOURCE_FETCH_REFUSED', 77],
    [['show', 'nobody'], 'SOURCE_UNKNOWN', 66],
  ])('say what is wrong with %j', async (args, code, status) => {
    expect(await shutten.fail(['sources', ...args])).toMatchObject({ code, status })
  })
})
