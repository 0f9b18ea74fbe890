import type { Answer, Turn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../answer/create-answerer.js'
import { finishAnswer } from '../answer/finish-answer.js'
import { createPhraseReader } from '../fixtures/create-phrase-reader.js'
import { makeEmbedder, makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import type { AnswerWriter } from '../write/answer-writer.js'

const passages = ['BERT', 'Whisper', '琵琶湖'].map((title, i) =>
  makePassage(i, { title, text: `${title}とは、記事${i}で述べるものである。333メートルある。` }),
)
const silent: AnswerWriter = {
  id: 'test/writer',
  maxPassages: 3,
  write() {
    throw new Error('A model was asked about nothing.')
  },
}

const ask = (question: string, options: { history?: readonly Turn[]; writer?: AnswerWriter } = {}) =>
  finishAnswer(
    createAnswerer({
      generations: serveGeneration(makeGeneration(passages)),
      embedder: makeEmbedder(),
      reader: createPhraseReader('333メートル'),
      writer: options.writer ?? null,
    }).ask({ question, history: options.history ?? [] }),
  )

describe('answerAside', () => {
  it('answers a greeting in its own words, cites nothing, and says what can be asked', async () => {
    const answer = await ask('こんにちは！', { writer: silent })
    expect(answer).toMatchObject({
      status: 'answered',
      sentences: [],
      citations: [],
      aside: { kind: 'greeting' },
      model: { generator: 'aside', reranker: null },
    })
    expect(answer.answer).toContain('3件の記事')
    expect(answer.aside?.suggestions).toContain('BERTとは何ですか？')
  })

  it('says truly who writes', async () => {
    const question = 'あなたは誰ですか？'
    expect((await ask(question)).answer).toContain('言語モデルによる作文ではありません')
    expect((await ask(question, { writer: silent })).answer).toContain('test/writer')
    expect((await ask('Who are you?')).answer).toContain('3 articles')
  })

  it('names articles to one who asks what there is', async () => {
    expect((await ask('どんな記事がありますか？')).answer).toContain('「Whisper」')
    expect((await ask('What can I ask you?')).answer).toContain('“琵琶湖”')
  })

  it('is nothing that a later question leans on', async () => {
    const greeting = await ask('こんにちは')
    const turn: Turn = { question: 'こんにちは', answer: greeting }
    expect((await ask('何ができますか？', { history: [turn] })).aside?.kind).toBe('assistant')
    const talk: Turn = { question: 'BERTとは何ですか？', answer: {} as Answer }
    expect((await ask('何ができますか？', { history: [talk] })).aside).toBeUndefined()
  })

  it('leaves a question behind a greeting to the sources', async () => {
    const answer = await ask('こんにちは。BERTは何メートルありますか？')
    expect(answer.aside).toBeUndefined()
    expect(answer.model.generator).toBe('extractive')
  })
})
