import { isShuttenError } from '@shutten/core'
import { describe, expect, test } from 'vitest'
import type { Dataset } from './dataset.js'
import { parseDataset } from './parse-dataset.js'
import { resolveRelevant } from './resolve-relevant.js'
import { takeQuestions } from './take-questions.js'

const valid = {
  name: 'set',
  documents: [
    { id: 'd1', title: '山', text: '富士山は高い。', lang: 'ja' },
    { id: 'd2', title: '', text: 'Mountains.' },
  ],
  questions: [
    {
      id: 'q1',
      question: '富士山は？',
      kind: 'fact',
      relevant: ['d1'],
      answers: [['高い', 'high']],
      evidence: '富士山',
    },
    { id: 'q2', question: '海は？', answers: null, relevant: [], system: 'an extra key' },
    { id: 'q3', question: 'Mountains?' },
  ],
}
const change = (edit: (dataset: typeof valid & Record<string, unknown>) => void) => {
  const copy = structuredClone(valid)
  edit(copy)
  return copy
}
const findProblem = (input: unknown) => {
  try {
    parseDataset(input)
  } catch (error) {
    if (isShuttenError(error) && error.code === 'DATASET_INVALID' && error.suggestion) return error.message
    throw error
  }
  return null
}

test('a valid dataset passes, with its extra keys', () => {
  expect(parseDataset(valid)).toEqual(valid)
})

test('a set on documents already ingested may name any document', () => {
  const { documents: _, ...rest } = valid
  expect(
    parseDataset({ ...rest, questions: [{ id: 'q', question: '？a', relevant: ['bert'] }] }).documents,
  ).toBeUndefined()
})

describe('a dataset is refused with the path of what is wrong:', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'dataset: '],
    ['a list', [], 'dataset: '],
    ['no name', change((set) => Reflect.deleteProperty(set, 'name')), 'name: '],
    ['an empty name', { ...valid, name: '' }, 'name: must not be empty'],
    ['no questions', { name: 'x' }, 'questions: '],
    ['an empty list of questions', { ...valid, questions: [] }, 'questions: needs at least one question'],
    ['an empty list of documents', { ...valid, documents: [] }, 'documents: leave it out'],
    ['a question without id', { ...valid, questions: [{ question: 'a' }] }, 'questions[0].id: '],
    [
      'a blank question',
      { ...valid, questions: [{ id: 'q', question: ' \u3000' }] },
      'questions[0].question: must hold',
    ],
    [
      'an id used twice',
      change((set) => Object.assign(set.questions[2] ?? {}, { id: 'q1' })),
      'questions[2].id: "q1" is',
    ],
    [
      'a document id used twice',
      change((set) => Object.assign(set.documents[1] ?? {}, { id: 'd1' })),
      'documents[1].id: "d1" is',
    ],
    [
      'a document without text',
      change((set) => Object.assign(set.documents[1] ?? {}, { text: '\n' })),
      'documents[1].text: ',
    ],
    [
      'a document without title',
      change((set) => Reflect.deleteProperty(set.documents[0] ?? {}, 'title')),
      'documents[0].title: ',
    ],
    [
      'an unknown relevant document',
      change((set) => Object.assign(set.questions[0] ?? {}, { relevant: ['d1', 'd9'] })),
      'questions[0].relevant[1]: "d9" is not',
    ],
    [
      'relevant as text',
      { ...valid, questions: [{ id: 'q', question: 'a', relevant: 'd1' }] },
      'questions[0].relevant: ',
    ],
    ['answers as text', { ...valid, questions: [{ id: 'q', question: 'a', answers: 'a' }] }, 'questions[0].answers: '],
    [
      'answers as a flat list',
      { ...valid, questions: [{ id: 'q', question: 'a', answers: ['a'] }] },
      'questions[0].answers[0]: ',
    ],
    [
      'answers without a group',
      { ...valid, questions: [{ id: 'q', question: 'a', answers: [] }] },
      'questions[0].answers: needs at least one group',
    ],
    [
      'a group without a string',
      { ...valid, questions: [{ id: 'q', question: 'a', answers: [['x'], []] }] },
      'questions[0].answers[1]: a group',
    ],
    [
      'a blank answer string',
      { ...valid, questions: [{ id: 'q', question: 'a', answers: [['x', ' ']] }] },
      'questions[0].answers[0][1]: must hold',
    ],
    [
      'a number as answer',
      { ...valid, questions: [{ id: 'q', question: 'a', answers: [[1]] }] },
      'questions[0].answers[0][0]: ',
    ],
    [
      'blank evidence',
      { ...valid, questions: [{ id: 'q', question: 'a', evidence: '' }] },
      'questions[0].evidence: must hold',
    ],
  ])('%s', (_, input, problem) => {
    expect(findProblem(input)).toContain(problem)
  })

  test('many problems: the first five and the number of the others', () => {
    const questions = Array.from({ length: 8 }, () => ({ id: 'q', question: 1 }))
    const message = findProblem({ name: 'x', questions })
    expect(message).toContain('questions[4].question')
    expect(message).not.toContain('questions[5]')
    expect(message).toContain('and 3 more')
  })
})

describe('relevant names', () => {
  const dataset: Dataset = parseDataset(valid)

  test('become document ids', () => {
    const resolved = resolveRelevant({ dataset, findDocumentId: (name) => `doc-${name}` })
    expect(resolved.questions.map((question) => question.relevant)).toEqual([['doc-d1'], [], undefined])
    expect(dataset.questions[0]?.relevant).toEqual(['d1'])
  })

  test('that no document answers to are refused by path', () => {
    expect(() => resolveRelevant({ dataset, findDocumentId: () => null })).toThrow(
      'questions[0].relevant[0]: no document is known as "d1"',
    )
  })
})

describe('a limit', () => {
  const questions = Array.from({ length: 10 }, (_, index) => ({ id: String(index), question: 'a' }))
  const take = (limit?: number) => takeQuestions(questions, limit).map((question) => Number(question.id))

  test('takes questions spread over the set, in order', () => {
    expect(take(4)).toEqual([0, 2, 5, 7])
    expect(take(1)).toEqual([0])
  })

  test('beyond the set takes all', () => {
    expect(take(10)).toHaveLength(10)
    expect(take(11)).toHaveLength(10)
    expect(take()).toHaveLength(10)
  })
})
