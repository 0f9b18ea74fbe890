import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createResponse } from '../fixtures/create-response.js'
import { isRetrievalMeasurable, measureRetrieval as measure } from './measure-retrieval.js'

const measureRetrieval = (options: Omit<Parameters<typeof measure>[0], 'depth'>) => measure({ ...options, depth: 10 })
const question = (more: object) => ({ id: 'q', question: '？', ...more })
const results = (...documentIds: string[]) => createResponse(documentIds.map((documentId) => ({ documentId }))).results

test('passages are folded to documents: the rank is that of the document', () => {
  const { rank, measures } = measureRetrieval({
    question: question({ relevant: ['c'] }),
    results: results('a', 'a', 'b', 'a', 'c', 'c'),
  })
  expect(rank).toBe(3)
  expect(measures).toEqual({
    'mrr@10': [1 / 3, 1],
    'ndcg@10': [0.5, 1],
    'map@10': [1 / 3, 1],
    'recall@1': [0, 1],
    'recall@3': [1, 1],
    'recall@5': [1, 1],
    'recall@10': [1, 1],
  })
})

test('recall is taken as deep as was searched', () => {
  const ids = Array.from({ length: 20 }, (_, index) => `d${index}`)
  const options = { question: question({ relevant: ['d15'] }), results: results(...ids) }
  expect(measure({ ...options, depth: 20 }).measures).toMatchObject({ 'recall@10': [0, 1], 'recall@20': [1, 1] })
  expect(measure({ ...options, depth: 19 }).measures).not.toHaveProperty('recall@20')
})

test('the documents that a result stands for follow its own', () => {
  const [first, second] = results('a', 'b')
  const folded = { documentId: 'copy', passageId: 'p', title: '', uri: '' }
  const found = [{ ...first, duplicates: [folded] }, second] as ReturnType<typeof results>
  expect(measureRetrieval({ question: question({ relevant: ['copy'] }), results: found }).rank).toBe(2)
  expect(measureRetrieval({ question: question({ relevant: ['b'] }), results: found }).rank).toBe(3)
})

test('any of the relevant documents serves for rank and recall', () => {
  const { rank, measures } = measureRetrieval({
    question: question({ relevant: ['x', 'a'] }),
    results: results('a', 'b'),
  })
  expect(rank).toBe(1)
  expect(measures['recall@1']).toEqual([1, 1])
  expect(measures['ndcg@10']?.[0]).toBeCloseTo(1 / 1.6309297535714575, 14)
})

test('without relevant documents the first passage that holds the evidence is the relevant one, in any width', () => {
  const { rank, measures } = measureRetrieval({
    question: question({ relevant: [], evidence: '約 1 兆語' }),
    results: createResponse([
      { documentId: 'a', text: '別の段落' },
      { documentId: 'a', text: 'GPT-3 は、約１兆語の\nデータで' },
      { documentId: 'b', text: '約1兆語' },
    ]).results,
  })
  expect(rank).toBe(2)
  expect(measures['ndcg@10']?.[0]).toBeCloseTo(0.6309297535714575, 14)
})

test('what is not found counts as zero', () => {
  const { rank, measures } = measureRetrieval({ question: question({ relevant: ['z'] }), results: results('a') })
  expect(rank).toBeNull()
  expect(Object.values(measures)).toEqual(Array(7).fill([0, 1]))
})

test('a question says what to find by relevant documents or by evidence', () => {
  expect(isRetrievalMeasurable(question({ relevant: ['a'] }))).toBe(true)
  expect(isRetrievalMeasurable(question({ evidence: 'x' }))).toBe(true)
  expect(isRetrievalMeasurable(question({ relevant: [], answers: null }))).toBe(false)
})

test('the order of the relevant documents does not matter, nor do repeated passages', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  fc.assert(
    fc.property(ids, ids, (found, relevant) => {
      const measureIds = (wanted: string[], documents: string[]) =>
        measureRetrieval({ question: question({ relevant: wanted }), results: results(...documents) })
      const expected = measureIds(relevant, found)
      expect(measureIds([...relevant].reverse(), found)).toEqual(expected)
      expect(
        measureIds(
          relevant,
          found.flatMap((id) => [id, id]),
        ),
      ).toEqual(expected)
    }),
  )
})
