import type { Answer, Turn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { isFaithfulRewrite } from './is-faithful-rewrite.js'

const history: Turn[] = [
  { question: 'BERTとは何ですか？', answer: { answer: 'BERTは2018年にGoogleが発表した言語モデルです。[1]' } as Answer },
]
const fits = (rewritten: string, question = 'それはいつ発表されましたか？') =>
  isFaithfulRewrite({ rewritten, question, history })

describe('isFaithfulRewrite', () => {
  it.each([
    'BERTはいつ発表されましたか？',
    'Googleの言語モデルBERTが発表されたのはいつですか。',
    '2018年に発表されたBERTは、いつ発表されましたか？',
  ])('takes %s', (rewritten) => expect(fits(rewritten)).toBe(true))

  it.each([
    ['nothing', ''],
    ['a name that nobody said', 'GPT-4はいつ発表されましたか？'],
    ['a number that nobody said', '2019年のBERTはいつ発表されましたか？'],
    ['an answer', 'BERTは2018年に発表されました。'],
    ['another language', 'When was BERT announced?'],
    ['more than a question', 'BERTはいつ発表されましたか？\nそれは2018年です。'],
    ['a model that talks on', `BERTは${'とても'.repeat(100)}いつ発表されましたか？`],
  ])('does not take %s', (_, rewritten) => expect(fits(rewritten)).toBe(false))

  it('lets key words stay key words', () => expect(fits('BERTの論文', 'その論文')).toBe(true))
})
