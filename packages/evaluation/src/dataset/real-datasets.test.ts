import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseDataset } from './parse-dataset.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const evaluationData = `${root}../shared/eval`

test('the golden set is a dataset', () => {
  const dataset = parseDataset(readJson(`${root}packages/sample-articles/golden/questions.json`))
  expect(dataset.name).toBe('golden')
  expect(dataset.documents).toBeUndefined()
})

describe.skipIf(!existsSync(evaluationData))('of the evaluation data', () => {
  test('the seed questions are a dataset, found by evidence', () => {
    const { questions } = parseDataset(readJson(`${evaluationData}/seed-questions.json`))
    for (const question of questions)
      expect(question.evidence !== undefined, question.id).toBe(question.answers !== null)
  })

  test('JSQuAD in the dataset format is one', () => {
    const json = execFileSync(
      process.execPath,
      [
        `${evaluationData}/tools/squad-to-dataset.mjs`,
        '--unanswerable',
        '100',
        `${evaluationData}/jsquad/valid-v1.3.json`,
      ],
      { maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' },
    )
    const dataset = parseDataset(JSON.parse(json))
    expect(dataset.questions).toHaveLength(700)
    expect(dataset.questions.filter((question) => question.answers === null)).toHaveLength(100)
    expect(dataset.documents?.length).toBeGreaterThan(900)
  })
})
