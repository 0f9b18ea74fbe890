import { expect, test } from 'vitest'
import { createOutcome } from '../fixtures/create-outcome.js'
import { createResponse } from '../fixtures/create-response.js'
import { measureRobustness } from './measure-robustness.js'

const questions = [
  { id: 'a', question: 'Whisper', relevant: ['d'] },
  { id: 'b', question: 'BERT', relevant: ['d'] },
  { id: 'c', question: 'Jasper', answers: null },
  { id: 'd', question: 'Dolly', relevant: ['d'] },
]
const outcomes = ['a', 'b', 'c'].map((id) => createOutcome({ id, isRight: true }))
const options = { questions, outcomes, kinds: ['case', 'typo'] as const, depth: 10 }

test('searches for the damaged forms of what was measured', async () => {
  const searched: string[] = []
  const report = await measureRobustness({
    ...options,
    search: async (query, k) => {
      searched.push(`${query} ${k}`)
      return createResponse(/^bert$/i.test(query) ? [{ documentId: 'x' }, { documentId: 'd' }] : [{ documentId: 'd' }])
    },
  })
  expect(searched).toHaveLength(4)
  expect(searched.filter((query) => /^whisper 10$/i.test(query))).toHaveLength(1)
  expect(report?.byPerturbation.case).toMatchObject({ questions: 2, before: 1, after: 0.75, loss: 0.25 })
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
})

test('a search that fails finds nothing; one that is cancelled gives no report', async () => {
  const search = async () => {
    throw new Error('broken')
  }
  const report = await measureRobustness({ ...options, search })
  expect(report?.overall.after).toBe(0)
  expect(report?.damaged[0]?.error).toEqual({ code: 'INTERNAL', message: 'broken' })
  await expect(measureRobustness({ ...options, search, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
})
