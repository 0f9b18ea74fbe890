import type { Answer, AnswerEvent, Citation } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { createSuggester } from './create-suggester.js'

const passages = ['猫', '犬', '鳥'].map((title, i) =>
  makePassage(i, { title: `${title}の話`, text: `${title}の話とは、${title}についての話である。` }),
)
const generation = makeGeneration(passages)
const questions = passages.map(({ title }) => `${title}とは何ですか？`)

/** Answers from the passage that the question names, unless told otherwise. */
function prepare(options: { refused?: readonly string[]; elsewhere?: readonly string[]; generation?: string } = {}) {
  const asked: string[] = []
  const answerer = {
    async *ask({ question }: { question: string }): AsyncGenerator<AnswerEvent, void, undefined> {
      asked.push(question)
      const { documentId } = passages.find(({ title }) => question.startsWith(title)) ?? { documentId: '' }
      const citation = {
        documentId: options.elsewhere?.includes(question) ? 'another' : documentId,
        start: 0,
        end: 5,
      } as Citation
      const isRefused = options.refused?.includes(question)
      const answer = {
        status: isRefused ? 'refused' : 'answered',
        citations: isRefused ? [] : [citation],
        generation: options.generation ?? generation.id,
      } as unknown as Answer
      yield { type: 'done', answer }
    },
  }
  return { asked, suggester: createSuggester({ generations: serveGeneration(generation), answerer }) }
}

describe('createSuggester', () => {
  it('gives what is answered from the words that the question was made of', async () => {
    const { suggester } = prepare({ refused: [questions[0] ?? ''], elsewhere: [questions[1] ?? ''] })
    expect(await suggester.suggest({ language: 'ja', count: 3 })).toEqual([questions[2]])
  })

  it('asks once a generation', async () => {
    const { suggester, asked } = prepare()
    const first = await suggester.suggest({ language: 'ja', count: 2 })
    expect(first).toEqual(questions.slice(0, 2))
    expect(await suggester.suggest({ language: 'ja', count: 2 })).toEqual(first)
    expect(asked).toEqual(first)
  })

  it('gives nothing that another generation answered', async () => {
    const { suggester } = prepare({ generation: 'another' })
    expect(await suggester.suggest({ language: 'ja', count: 2 })).toEqual([])
  })

  it('does not wait for what takes longer than whoever asks wants to', async () => {
    const never = {
      async *ask(): AsyncGenerator<AnswerEvent, void, undefined> {
        await new Promise(() => {})
      },
    }
    const suggester = createSuggester({ generations: serveGeneration(generation), answerer: never })
    expect(await suggester.suggest({ language: 'ja', count: 2, patience: 0 })).toEqual([])
  })
})
