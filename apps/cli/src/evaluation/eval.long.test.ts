import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createShutten } from '../fixtures/create-shutten.js'

const share = z.number().min(0).max(1).nullable()
const refusal = z.object({ precision: share, recall: share, f1: share })
/** What scripts may rely on, and the run beside it. */
const evaluation = z.object({
  dataset: z.string(),
  documents: z.number(),
  questions: z.number(),
  retrieval: z.object({ 'mrr@10': share, 'ndcg@10': share, 'recall@1': share, 'recall@10': share }),
  answers: z.object({ correct: share, citationPrecision: share, citationRecall: share, quoteExact: share, refusal }),
  byKind: z.record(z.string(), z.unknown()),
  perQuestion: z.array(z.object({ id: z.string(), rank: z.number().nullable(), status: z.string().nullable() })),
  seconds: z.number(),
  run: z.object({
    id: z.string(),
    configuration: z.object({ embedder: z.string().min(1), chunker: z.string().min(1), analyser: z.string().min(1) }),
    indexing: z.object({ documents: z.number(), passages: z.number(), embedded: z.number() }),
  }),
  comparison: z.object({ before: z.string(), questions: z.number(), differences: z.array(z.unknown()) }).optional(),
  robustness: z.object({ overall: z.object({ loss: z.number() }), damaged: z.array(z.unknown()) }).optional(),
})
const runs = z.object({ runs: z.array(z.object({ id: z.string(), dataset: z.string() })) })

const documents = [
  { id: 'hives', title: '養蜂場', text: '青葉養蜂場の巣箱は全部で24個ある。開業は1987年である。', lang: 'ja' },
  { id: 'tower', title: 'Marrow Point', text: 'The Marrow Point lighthouse is 31 metres high.', lang: 'en' },
  { id: 'bridge', title: '白鳥橋', text: '白鳥橋は全長420メートルの吊り橋で、2004年に開通した。', lang: 'ja' },
]
const questions = [
  { id: 'a', kind: 'fact', question: '青葉養蜂場の巣箱は何個ありますか？', relevant: ['hives'], answers: [['24']] },
  {
    id: 'b',
    kind: 'fact',
    question: 'How high is the Marrow Point lighthouse?',
    relevant: ['tower'],
    answers: [['31']],
  },
  { id: 'c', kind: 'none', question: '猫の予防接種は年に何回必要ですか？', answers: null },
]

describe('eval', () => {
  const folder = createSuiteFolder()
  const shutten = createShutten(path.join(folder, 'data'))
  const write = (name: string, value: unknown) => {
    const file = path.join(folder, name)
    writeFileSync(file, JSON.stringify(value))
    return file
  }
  const small = write('small.json', { name: 'small', documents, questions })
  const retrieve = (file: string, ...more: string[]) =>
    shutten.json(evaluation, ['eval', file, '--only', 'retrieval', ...more])
  const indexes = () =>
    readdirSync(path.join(folder, 'data', 'evaluation'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => path.join(folder, 'data', 'evaluation', name))

  it('measures in a data folder of its own, and keeps the run', async () => {
    const report = await shutten.json(evaluation, ['eval', small, '--ask', '2'])
    expect(report).toMatchObject({ dataset: 'small', documents: 3, questions: 3, retrieval: { 'recall@10': 1 } })
    expect(report.perQuestion.map(({ status }) => status !== null)).toEqual([true, true, false])
    expect(report.answers.quoteExact).toBe(1)
    expect(report.run.indexing).toMatchObject({ documents: 3, passages: 3, embedded: 3 })
    const kept = await shutten.json(runs, ['eval', '--list'])
    expect(kept.runs.map(({ id }) => id)).toEqual([report.run.id])
  })

  it('embeds nothing twice: not the same documents, not those of another set, not after their index is gone', async () => {
    expect((await retrieve(small)).run.indexing).toMatchObject({ passages: 3, embedded: 0 })
    const added = { id: 'mill', title: '水車', text: '落合の水車は直径5メートルである。', lang: 'ja' }
    const other = write('other.json', {
      name: 'other',
      documents: [...documents.slice(1), added],
      questions: [questions[1]],
    })
    expect((await retrieve(other)).run.indexing).toMatchObject({ documents: 3, passages: 3, embedded: 1 })
    for (const index of indexes()) rmSync(index, { recursive: true })
    expect((await retrieve(small)).run.indexing).toMatchObject({ passages: 3, embedded: 0 })
  })

  it('makes the index anew when the analyser has changed, and embeds nothing for it', async () => {
    const [index = ''] = indexes()
    const generations = path.join(index, 'generations')
    const [generation = ''] = readdirSync(generations)
    const manifest = path.join(generations, generation, 'manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"lexical":\s*"/, '$&older-'))
    const report = await retrieve(small)
    expect(report.run.indexing).toMatchObject({ passages: 3, embedded: 0 })
    expect(report.run.configuration.analyser).not.toContain('older-')
    expect(readdirSync(generations)).not.toEqual([generation])
  })

  it('compares, damages, and writes what it found', async () => {
    const [out, html] = [path.join(folder, 'report.json'), path.join(folder, 'report.html')]
    const report = await retrieve(
      small,
      ...['--against', 'latest', '--perturb', 'padding,width', '--out', out, '--html', html],
    )
    expect(report.comparison).toMatchObject({ before: expect.stringMatching(/-small$/), questions: 3 })
    expect(report.robustness?.damaged).toHaveLength(3)
    expect(JSON.parse(readFileSync(out, 'utf8')).run.id).toBe(report.run.id)
    expect(readFileSync(html, 'utf8')).toContain('青葉養蜂場の巣箱は何個ありますか？')
    const before = (await shutten.json(runs, ['eval', '--list'])).runs.length
    const again = await shutten.json(evaluation, ['eval', '--run', out, '--against', report.run.id])
    expect(again).toMatchObject({ run: { id: report.run.id }, comparison: { before: report.run.id } })
    expect((await shutten.json(runs, ['eval', '--list'])).runs).toHaveLength(before)
  })

  it('measures one part that is named in front of the dataset', async () => {
    const report = await shutten.json(evaluation, ['eval', 'answers', small, '--limit', '2'])
    expect(report.answers.correct).not.toBeNull()
    expect(report.retrieval['mrr@10']).toBeNull()
    expect((await shutten.json(evaluation, ['eval', 'retrieval', small])).answers.correct).toBeNull()
  })

  it('tells what is wrong before it measures', async () => {
    const codes = await Promise.all(
      [
        ['eval', small, '--against', '1999'],
        ['eval', '--run', small],
        ['eval', small, '--html', path.join(folder, 'nowhere', 'report.html')],
        ['eval', small, '--perturb', 'yawning'],
        ['eval', small, '--depth', '9'],
        ['eval', small, small],
        ['eval', 'answers', small, '--only', 'retrieval'],
        ['eval', path.join(folder, 'missing.json')],
      ].map(async (args) => (await shutten.fail([...args, '--json'])).code),
    )
    expect(codes).toEqual([
      'RUN_NOT_FOUND',
      'REPORT_INVALID',
      'OUTPUT_UNWRITABLE',
      'INPUT_INVALID',
      'INPUT_INVALID',
      'INPUT_INVALID',
      'INPUT_INVALID',
      'SOURCE_NOT_FOUND',
    ])
  })
})
