import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apiary, writeArticles } from './fixtures/articles.js'
import { createShutten } from './fixtures/create-shutten.js'

const job = z.object({ id: z.string(), status: z.string(), result: z.object({ added: z.number() }).nullable() })
const shown = job.extend({
  counts: z.object({ waiting: z.number(), done: z.number(), failed: z.number() }),
  items: z.array(z.object({ position: z.number(), uri: z.string(), status: z.string(), attempts: z.number() })),
})

describe('jobs', { sequential: true }, () => {
  const folder = createSuiteFolder()
  const articles = path.join(folder, 'articles')
  const shutten = createShutten(path.join(folder, 'data'))
  let id = ''

  it('tell what became of each of their items', async () => {
    writeArticles(articles, { 'apiary.md': apiary })
    writeFileSync(path.join(articles, 'late.txt'), '')
    expect((await shutten.run(['ingest', articles])).status).toBe(1)
    const { jobs } = await shutten.json(z.object({ jobs: z.array(job) }), ['jobs'])
    expect(jobs).toMatchObject([{ status: 'succeeded', result: { added: 1 } }])
    id = jobs[0]?.id ?? ''
    const { counts, items } = await shutten.json(shown, ['jobs', 'show', id])
    expect(counts).toEqual({ waiting: 0, done: 2, failed: 1 })
    expect(items.find(({ status }) => status === 'failed')?.uri).toMatch(/late\.txt$/)
  })

  it('are done again for what failed', async () => {
    writeFileSync(path.join(articles, 'late.txt'), '遅れて書かれた記事である。')
    expect(await shutten.json(job, ['jobs', 'retry', id])).toMatchObject({ status: 'succeeded', result: { added: 2 } })
    expect((await shutten.json(shown, ['jobs', 'show', id])).counts).toEqual({ waiting: 0, done: 3, failed: 0 })
  })

  it.each([
    ['retry', 'JOB_STATE', 65],
    ['pause', 'JOB_STATE', 65],
    ['resume', 'JOB_STATE', 65],
  ])('say so when there is nothing to %s', async (action, code, exitStatus) => {
    expect(await shutten.fail(['jobs', action, id])).toMatchObject({ code, status: exitStatus })
  })

  it('say so when there is none of that id', async () => {
    expect(await shutten.fail(['jobs', 'show', 'nobody'])).toMatchObject({ code: 'JOB_NOT_FOUND' })
  })
})
