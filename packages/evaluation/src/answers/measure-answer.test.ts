import { describe, expect, test } from 'vitest'
import { createAnswer, createCitation, documentText } from '../fixtures/create-answer.js'
import { countQuotedSentences } from './count-quoted-sentences.js'
import { measureAnswer } from './measure-answer.js'

const fuji = '富士山の標高は3,776メートルである。'
const kita = '北岳の標高は3,193メートルである。'
const other = 'どちらも南アルプスや富士五湖に近い。'
const getText = (documentId: string) => (documentId === 'mountains' ? documentText : null)
const question = (more: object) => ({ id: 'q', question: '富士山と北岳の標高は？', ...more })
const both = question({ answers: [['3,776', '3776'], ['3,193']], evidence: fuji })

describe('correct', () => {
  const isCorrect = async (groups: string[][] | null, answer: ReturnType<typeof createAnswer>) =>
    (await measureAnswer({ question: question({ answers: groups }), answer })).correct

  test('with one string of every group, in the answer or in a quote', async () => {
    const answer = createAnswer({ sentences: [['富士山は３，７７６ｍです。', [1]]], quotes: [kita] })
    expect(await isCorrect([['3776', '3,776 m'], ['3,193 メートル']], answer)).toBe(true)
    expect(await isCorrect([['3,776'], ['3,190']], answer)).toBe(false)
  })

  test('never by the number of a marker', async () => {
    const answer = createAnswer({ sentences: [['富士山です。', [1]]], quotes: [other] })
    expect(await isCorrect([['1']], answer)).toBe(false)
    expect(await isCorrect([['富士山']], answer)).toBe(true)
  })

  test('when null is expected only by refusing, and a refusal answers nothing', async () => {
    const refusal = createAnswer({})
    const answered = createAnswer({ sentences: [['資料には書かれていません。', [1]]], quotes: [fuji] })
    expect(await isCorrect(null, refusal)).toBe(true)
    expect(await isCorrect(null, answered)).toBe(false)
    expect(await isCorrect([['資料']], refusal)).toBe(false)
  })
})

test('citations: 2 of 3 right, 2 of 4 sentences covered, all quotes exact', async () => {
  const answer = createAnswer({
    sentences: [
      ['富士山は3,776メートルです。', [1]],
      ['北岳は3,193メートルです。', [3]],
      ['どちらも高い山です。', []],
      ['富士五湖に近いです。', [3]],
    ],
    quotes: [fuji, kita, other],
  })
  const { correct, measures } = await measureAnswer({ question: both, answer, getText })
  expect(correct).toBe(true)
  expect(measures).toMatchObject({
    correct: [1, 1],
    correctAnswerable: [1, 1],
    correctWithRightCitation: [1, 1],
    citationPrecision: [2, 3],
    citationRecall: [2, 4],
    quoteExact: [3, 3],
    'refusal.precision': [0, 0],
    'refusal.recall': [0, 0],
    'refusal.f1': [0, 0],
  })
})

test('a sentence is covered by a variant of its string in the language of the source', async () => {
  const answer = createAnswer({ sentences: [['Mount Fuji is 3776 m high.', [1]]], quotes: [fuji] })
  const { measures } = await measureAnswer({ question: question({ answers: [['3,776', '3776']] }), answer })
  expect(measures.citationRecall).toEqual([1, 1])
})

test('a right answer whose quotes hold the fact nowhere has no right citation', async () => {
  const answer = createAnswer({ sentences: [['3,776メートルと3,193メートルです。', [1]]], quotes: [other] })
  const { measures } = await measureAnswer({ question: both, answer })
  expect(measures).toMatchObject({
    correct: [1, 1],
    correctWithRightCitation: [0, 1],
    citationPrecision: [0, 1],
    citationRecall: [0, 1],
  })
})

test('the evidence makes a citation right even without the answer string', async () => {
  const byEvidence = question({ answers: [['三千七百']], evidence: '富士山の標高' })
  const answer = createAnswer({ sentences: [['三千七百メートルほどです。', [1]]], quotes: [fuji] })
  const { measures } = await measureAnswer({ question: byEvidence, answer })
  expect(measures).toMatchObject({
    correctWithRightCitation: [1, 1],
    citationPrecision: [1, 1],
    citationRecall: [0, 1],
  })
})

test('a quote is exact only at its very offsets, and in a text that is there', async () => {
  const exact = createCitation(1, fuji)
  const answer = {
    ...createAnswer({ sentences: [['富士山', [1]]] }),
    citations: [
      exact,
      { ...exact, start: exact.start + 1, end: exact.end + 1 },
      { ...exact, quote: fuji.replace('3,776', '３，７７６') },
      { ...exact, documentId: 'unknown' },
      { ...exact, start: 5, end: 5, quote: '' },
    ],
  }
  const { measures } = await measureAnswer({ question: both, answer, getText })
  expect(measures.quoteExact).toEqual([1, 5])
})

test('an answer where none was to be given counts against refusing only, and its citations against nothing', async () => {
  const answer = createAnswer({ sentences: [['富士山は3,776メートルです。', [1]]], quotes: [fuji] })
  const { measures } = await measureAnswer({ question: question({ answers: null }), answer, getText })
  expect(measures).toEqual({
    correct: [0, 1],
    quoteExact: [1, 1],
    'refusal.precision': [0, 0],
    'refusal.recall': [0, 1],
    'refusal.f1': [0, 1],
  })
})

test('a question that failed is wrong, and is neither answered nor refused', async () => {
  const { correct, measures } = await measureAnswer({ question: both, answer: null, getText })
  expect(correct).toBe(false)
  expect(measures).toMatchObject({ correctWithRightCitation: [0, 1], 'refusal.precision': [0, 0] })
  expect(measures.citationPrecision).toBeUndefined()
})

test('a question that expects nothing is judged by its quotes alone', async () => {
  const answer = createAnswer({ sentences: [['富士山', [1]]], quotes: [fuji] })
  expect(await measureAnswer({ question: question({}), answer, getText })).toEqual({
    correct: null,
    measures: { quoteExact: [1, 1] },
  })
})

test('quoted sentences are counted once for each stretch of text', () => {
  const twice = [createCitation(1, fuji + kita), createCitation(2, fuji + kita), createCitation(3, other)]
  expect(countQuotedSentences(twice)).toBe(3)
})
