import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTitle } from './make-title.js'

/** Without half a pair of surrogates. */
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

describe('makeTitle', () => {
  it.each([
    ['すみません、基盤モデルについて教えてください。', '基盤モデル'],
    ['BERTとGPT-3の違いを教えていただけますか？', 'BERTとGPT-3の違い'],
    ['質問があるのですが、LoRAのランクの決め方を詳しく説明してください', 'LoRAのランクの決め方'],
    ['こんにちは。トークナイザーの仕組みが知りたいです。よろしくお願いします。', 'トークナイザーの仕組み'],
    ['基盤モデルとは何ですか？', '基盤モデルとは何ですか？'],
    ['  一行目\n二行目 ', '一行目 二行目'],
    ['Hello, could you tell me about foundation models please?', 'Foundation models'],
    ['What is MegaMolBART?', 'What is MegaMolBART?'],
    ['教えてください', '教えてください'],
    ['すみません', 'すみません'],
  ])('%s', (question, title) => expect(makeTitle(question)).toBe(title))

  it('takes nothing from the middle of a long question', () => {
    const question = `${'文'.repeat(10)}${'、'.repeat(3_000)}終わりを教えてください`
    expect(makeTitle(question)).toBe(`${'文'.repeat(10)}${'、'.repeat(49)}…`)
  })

  it('is short, in one line, and never empty or half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (rest) => {
        const title = makeTitle(`問い${rest}`)
        expect(title.length).toBeGreaterThan(0)
        expect(title.length).toBeLessThanOrEqual(60)
        expect(title).not.toMatch(/[\n\r]/)
        if (isWellFormed(rest)) expect(isWellFormed(title)).toBe(true)
      }),
    )
    expect(isWellFormed(makeTitle(`${'あ'.repeat(58)}𠮷𠮷`))).toBe(true)
  })
})
