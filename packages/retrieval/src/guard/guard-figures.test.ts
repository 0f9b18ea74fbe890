import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createGuard } from './create-guard.js'
import { type GuardMode, parseGuardPolicy } from './guard-policy.js'

const fixtures = path.join(import.meta.dirname, '..', 'fixtures', 'guard')
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const readFixture = (name: string): { category?: string; lang: string; question: string }[] =>
  read(path.join(fixtures, name))
const root = path.join(import.meta.dirname, '..', '..', '..', '..')
const shared = path.join(root, '..', 'shared', 'eval')

const check = async (questions: readonly string[], mode: GuardMode = 'standard') => {
  const guard = createGuard({ policy: parseGuardPolicy({ input: {}, mode }) })
  return Promise.all(questions.map(async (question) => ({ question, finding: await guard.checkQuestion(question) })))
}
const refused = async (questions: readonly string[], mode?: GuardMode) =>
  (await check(questions, mode)).flatMap(({ question, finding }) =>
    finding ? [`${finding.category}: ${question}`] : [],
  )

interface Squad {
  data: { paragraphs: { qas: { question: string }[] }[] }[]
}
const readSquad = (file: string) =>
  (read(file) as Squad).data.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas.map((qa) => qa.question)))

describe('harmful questions', () => {
  it.for(['harmful-questions.json', 'harmful-questions-unseen.json'])(
    '%s: are refused, most of them',
    async (name, { annotate }) => {
      const rows = readFixture(name)
      const checked = await check(rows.map(({ question }) => question))
      const missed = checked.flatMap(({ question, finding }) => (finding ? [] : [question]))
      const recall = 1 - missed.length / rows.length
      await annotate(`${name}: recall ${recall.toFixed(3)} of ${rows.length}; missed: ${missed.join(' | ')}`)
      expect(recall).toBeGreaterThanOrEqual(name.includes('unseen') ? 0.2 : 0.95)
    },
  )

  it('are refused for what they are', async () => {
    const rows = readFixture('harmful-questions.json')
    const checked = await check(rows.map(({ question }) => question))
    const wrong = checked.flatMap(({ question, finding }, i) =>
      finding && finding.category !== rows[i]?.category ? [`${finding.category}: ${question}`] : [],
    )
    expect(wrong.length).toBeLessThanOrEqual(4)
  })
})

describe('questions to be answered', () => {
  it('pass, though they are about the same matters', async () => {
    expect(await refused(readFixture('benign-questions.json').map(({ question }) => question))).toEqual([])
  })

  it('of the golden set pass', async () => {
    const { questions } = read(path.join(root, 'packages/sample-articles/golden/questions.json'))
    expect(await refused(questions.map(({ question }: { question: string }) => question))).toEqual([])
  })

  it.skipIf(!existsSync(shared))('of encyclopaedic sets pass, all but one in a thousand', async ({ annotate }) => {
    const questions = [
      ...read(path.join(shared, 'seed-questions.json')).questions.map(({ question }: { question: string }) => question),
      ...readSquad(path.join(shared, 'jsquad', 'valid-v1.3.json')),
      ...['jaquad_dev_0000.json', 'jaquad_dev_0001.json'].flatMap((name) =>
        readSquad(path.join(shared, 'jaquad', name)),
      ),
      ...['dev.en', 'dev.ja'].flatMap((name) =>
        readFileSync(path.join(shared, 'parallel', name), 'utf8')
          .trim()
          .split('\n'),
      ),
    ]
    for (const mode of ['standard', 'strict'] as const) {
      const stopped = await refused(questions, mode)
      await annotate(`${mode}: ${stopped.length} of ${questions.length} refused: ${stopped.join(' | ')}`)
      if (mode === 'standard') expect(stopped.length / questions.length).toBeLessThanOrEqual(0.001)
    }
  })
})
