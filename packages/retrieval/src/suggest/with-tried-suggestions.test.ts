import type { Answer, AnswerEvent } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { finishAnswer } from '../answer/finish-answer.js'
import { withTriedSuggestions } from './with-tried-suggestions.js'

const tried = ['甲とは何ですか？', '乙はいつ設立されましたか？', '丙の層はいくつですか？', '丁とは何ですか？']

function prepare(answer: Partial<Answer>, suggest: () => Promise<string[]> = async () => tried) {
  const given = { question: '天気は？', language: 'ja', status: 'refused', ...answer } as Answer
  const wanted: object[] = []
  const answerer = withTriedSuggestions({
    answerer: {
      async *ask(): AsyncGenerator<AnswerEvent, void, undefined> {
        yield { type: 'status', stage: 'searching' }
        yield { type: 'done', answer: given }
      },
    },
    suggester: {
      suggest: (options) => {
        wanted.push(options)
        return suggest()
      },
    },
    count: 5,
  })
  const ask = (filters: { tags: string[] } | null = null) =>
    finishAnswer(answerer.ask({ question: given.question, filters }))
  return { ask, given, wanted }
}

const refused = (suggestions?: string[]): Partial<Answer> => ({
  refusal: { reason: 'not-in-sources', nearest: [], ...(suggestions && { suggestions }) },
})

describe('withTriedSuggestions', () => {
  it('suggests after a greeting what was answered, of the search of the first page, without waiting', async () => {
    const { ask, wanted } = prepare({
      status: 'answered',
      aside: { kind: 'greeting', suggestions: ['猫とは何ですか？'] },
    })
    expect((await ask()).aside?.suggestions).toEqual(tried.slice(0, 3))
    expect(wanted).toEqual([{ language: 'ja', count: 5, patience: 0 }])
  })

  it('keeps what the passages near a refused question answer, and fills it up to three, each once', async () => {
    const { ask } = prepare(refused(['乙はいつ設立されましたか？']))
    expect((await ask()).refusal?.suggestions).toEqual([tried[1], tried[0], tried[2]])
  })

  it('never suggests the question that was refused', async () => {
    const { ask } = prepare({ ...refused(), question: tried[0] ?? '' })
    expect((await ask()).refusal?.suggestions).toEqual(tried.slice(1))
  })

  it.each([
    ['a narrowed question', refused(), { tags: ['x'] }],
    ['a policy', { refusal: { reason: 'policy', nearest: [] } } as Partial<Answer>, null],
    ['thanks', { status: 'answered', aside: { kind: 'thanks' } } as Partial<Answer>, null],
    ['an answer', { status: 'answered' } as Partial<Answer>, null],
  ])('adds nothing to %s', async (_, answer, filters) => {
    const { ask, given } = prepare(answer, undefined)
    expect(await ask(filters)).toEqual(given)
  })

  it('gives the answer as it was when nothing is found, or finding fails', async () => {
    for (const suggest of [async () => [], () => Promise.reject(new Error('damaged'))]) {
      const { ask, given } = prepare(
        { status: 'answered', aside: { kind: 'greeting', suggestions: ['猫とは？'] } },
        suggest,
      )
      expect(await ask()).toEqual(given)
    }
  })
})
