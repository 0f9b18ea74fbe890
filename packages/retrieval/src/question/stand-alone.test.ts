import { type Answer, ShuttenError, type Turn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import type { AnswerWriter } from '../write/answer-writer.js'
import { standAlone } from './stand-alone.js'

const history: Turn[] = [{ question: 'BERTとは何ですか？', answer: { answer: '言語モデルです。' } as Answer }]
const usage = { inputTokens: 10, outputTokens: 5 }
const writer = (rewrite?: AnswerWriter['rewrite']): AnswerWriter => ({
  id: 'test/writer',
  maxPassages: 1,
  async *write() {},
  ...(rewrite && { rewrite }),
})
const writing = (text: string) =>
  writer(async ({ onUsage }) => {
    onUsage?.(usage)
    return text
  })
const question = 'それはいつ発表されましたか？'

describe('standAlone', () => {
  it.each(['BERTはいつ発表されましたか？', '「BERTはいつ発表されましたか？」', '質問: BERTはいつ発表されましたか？'])(
    'takes the words of a model that wrote %s',
    async (written) => {
      expect(await standAlone({ question, history, writer: writing(written) })).toEqual({
        text: 'BERTはいつ発表されましたか？',
        rewritten: 'BERTはいつ発表されましたか？',
        usage,
      })
    },
  )

  it.each([
    ['there is no model', null],
    ['the model cannot', writer()],
    ['the model makes something up', writing('GPT-4はいつ発表されましたか？')],
    [
      'the model is down',
      writer(async () => {
        throw new ShuttenError({ code: 'LLM_UNAVAILABLE', message: 'Down.', suggestion: 'Wait.' })
      }),
    ],
  ])('goes by rules where %s', async (_, given) => {
    const alone = await standAlone({ question, history, writer: given })
    expect(alone).toMatchObject({ text: `BERT ${question}`, rewritten: null })
  })

  it('counts what a model took whose words were not used', async () => {
    expect((await standAlone({ question, history, writer: writing('42') })).usage).toEqual(usage)
  })

  it('asks no model about a question that stands alone', async () => {
    const never = writer(async () => {
      throw new Error('It was asked.')
    })
    const whole = 'Whisperは何言語を認識できますか？'
    expect(await standAlone({ question: whole, history, writer: never })).toMatchObject({ text: whole })
    expect(await standAlone({ question, history: [], writer: never })).toMatchObject({ text: question })
  })

  it('leaves a question that the model leaves', async () => {
    expect(await standAlone({ question, history, writer: writing(question) })).toMatchObject({
      text: question,
      rewritten: null,
    })
  })

  it('is stopped with the answer', async () => {
    const cancelled = new ShuttenError({ code: 'CANCELLED', message: 'Stopped.', suggestion: 'Ask again.' })
    const stopped = writer(async () => {
      throw cancelled
    })
    await expect(standAlone({ question, history, writer: stopped })).rejects.toBe(cancelled)
  })
})
