import { foldText } from '@shutten/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPerturbedQuestions } from './create-perturbed-questions.js'
import { findReadings } from './find-readings.js'
import { type Perturbation, perturbations } from './perturbation.js'

const damage = (question: string, kind: Perturbation, seed = 1) =>
  createPerturbedQuestions({ questions: [{ id: 'q', question }], seed, kinds: [kind] })[0]?.question ?? null
const draw = (question: string, kind: Perturbation) =>
  new Set(Array.from({ length: 60 }, (_, seed) => damage(question, kind, seed)))
const mixed = 'データサーバーでChatGPTを使う方法は？'

describe('each way', () => {
  test.each(perturbations)('%s changes the question', (kind) => {
    for (const question of draw(mixed, kind)) {
      expect(question).not.toBeNull()
      expect(question).not.toBe(mixed)
    }
  })

  test('typo: one letter of a Latin word, never its first, never of a short one', () => {
    expect(draw('Whisper', 'typo')).toContain('Whipser')
    expect(draw('Whisper', 'typo')).toContain('Whispper')
    expect(draw('Whisper', 'typo')).toContain('Whiser')
    for (const form of draw('GPTのWhisper', 'typo')) expect(form).toMatch(/^GPTのW/)
    expect(damage('GPTとは', 'typo')).toBeNull()
  })

  test('kana-typo: one letter of a katakana word', () => {
    const forms = draw('シリコン', 'kana-typo')
    for (const form of ['リコン', 'シコリン', 'ツリコン', 'シリゴン']) expect(forms).toContain(form)
    expect(damage('東京の人口', 'kana-typo')).toBeNull()
  })

  test('long-vowel: one ー', () => {
    expect(draw('サーバーの数', 'long-vowel')).toEqual(new Set(['サバーの数', 'サーバの数']))
    expect(damage('――とは', 'long-vowel')).toBeNull()
  })

  test('kana: words of known reading, where they stand by themselves', () => {
    expect(damage('意味を教えて', 'kana')).toBe('いみをおしえて')
    expect(damage('無意味な会社員', 'kana')).toBeNull()
    expect(damage('パラメータ国の2022人', 'kana')).toBeNull()
  })

  test('width: folds back to what it was', () => {
    expect(damage('GPT-3はガパヴー', 'width')).toBe('ＧＰＴ-３はｶﾞﾊﾟｳﾞｰ')
    expect(foldText(damage(mixed, 'width') ?? '')).toBe(foldText(mixed))
    expect(damage('人の数', 'width')).toBeNull()
  })

  test('case: only the case', () => {
    expect(draw('Stable Diffusion', 'case')).toEqual(
      new Set(['STABLE DIFFUSION', 'stable diffusion', 'sTABLE dIFFUSION']),
    )
    expect(damage('日本語', 'case')).toBeNull()
  })

  test('padding and long: hold the words of the question, in its language', () => {
    for (const form of draw('GPTは何層ですか？', 'padding')) expect(form).toMatch(/.+GPTは何層ですか？.+/)
    for (const form of draw('事前学習とは？', 'padding')) expect(form).toMatch(/.+事前学習(?:について|のこと).+/)
    for (const form of draw('Who made it?', 'padding')) expect(form).toMatch(/^[\x20-\x7e]+Who made it\?[\x20-\x7e]+$/)
    expect(draw('GPTは何層ですか？', 'padding').size).toBeGreaterThan(20)
    for (const form of draw('GPTは何層ですか？', 'long')) expect(form?.length).toBeGreaterThan(100)
  })

  test('short: the words that carry the content', () => {
    expect(damage('GPT-3の独占ライセンスを取得した会社はどこですか？', 'short')).toBe('GPT-3 独占ライセンス 取得 会社')
    expect(damage('GPT-3', 'short')).toBeNull()
  })
})

describe('readings', () => {
  test('come from brackets behind a whole word', () => {
    const readings = findReadings([
      '織田信長（おだ のぶなが、1534年 - 1582年）は、首都東京（とうきょう）の（あらし）',
      '仏光寺（ぶっこうじ）',
    ])
    expect(readings.get('織田信長')).toBe('おだのぶなが')
    expect(readings.get('仏光寺')).toBe('ぶっこうじ')
    expect(readings.has('首都東京')).toBe(false)
    expect(readings.get('東京')).toBe('とうきょう')
  })

  test('are used where they are given', () => {
    const [made] = createPerturbedQuestions({
      questions: [{ id: 'q', question: '仏光寺はどこ？' }],
      seed: 1,
      kinds: ['kana'],
      readings: findReadings(['仏光寺（ぶっこうじ）']),
    })
    expect(made?.question).toBe('ぶっこうじはどこ？')
  })
})

test('keeps all else of the question, and names its own', () => {
  const original = { id: 'g1', question: mixed, kind: 'fact', relevant: ['a'], answers: [['x']] }
  const made = createPerturbedQuestions({ questions: [original], seed: 1 })
  expect(made.map(({ perturbation }) => perturbation)).toEqual([...perturbations])
  expect(made[0]).toEqual({
    ...original,
    id: 'g1~typo',
    question: made[0]?.question,
    perturbation: 'typo',
    original: 'g1',
  })
})

test('depends on the seed and the question alone', () => {
  const question = { id: 'a', question: 'Which model did OpenAI release in November?' }
  const make = (seed: number, ...more: { id: string; question: string }[]) =>
    createPerturbedQuestions({ questions: [...more, question], seed }).filter(({ original }) => original === 'a')
  expect(make(1)).toEqual(make(1, { id: 'b', question: mixed }))
  expect(make(1)).not.toEqual(make(2))
})

test('of any text is a question still, or nothing', () => {
  const letters = fc.constantFrom(...'アイウエオガパヴー漢字会社使うとはGPTabc123、。？ 😀\u3099')
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), fc.integer(), (given, seed) => {
      const question = given.join('')
      for (const made of createPerturbedQuestions({ questions: [{ id: 'q', question }], seed })) {
        expect(made.question).not.toBe(question)
        expect(made.question).not.toContain('undefined')
        expect(made.question.trim()).not.toBe('')
      }
    }),
  )
})
