import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from '../question/analyze-question.js'
import { createQuestionProbe } from './probe-question.js'

const probe = (text: string) => createQuestionProbe(analyzeQuestion(text))

describe('createQuestionProbe', () => {
  it.each([
    [
      'GPT-4のパラメータ数は？',
      'GPT-3は1750億個のパラメータを持つ。',
      { nameMissing: 0, properMissing: 0, codeMissing: 1, numberMissing: 0 },
    ],
    [
      'GPT-3のパラメータ数は？',
      'ＧＰＴ－３は1750億個のパラメータを持つ。',
      { nameMissing: 0, properMissing: 0, codeMissing: 0, numberMissing: 0 },
    ],
    [
      'ChatGPT Enterpriseの料金は？',
      'ChatGPT Plusは月額20ドルだ。',
      { nameMissing: 0, properMissing: 0, codeMissing: 1, numberMissing: 0 },
    ],
    [
      'Chinchillaの学習に使われたTPUは？',
      'BERTは64個のTPUで学習した。',
      { nameMissing: 1, properMissing: 1, codeMissing: 0, numberMissing: 0 },
    ],
    [
      '2021年の売上は？',
      '2020年の売上は7億円だ。',
      { nameMissing: 0, properMissing: 0, codeMissing: 0, numberMissing: 1 },
    ],
  ])('%s lacks in %s', (question, text, missing) => {
    expect(probe(question).findMissing({ texts: ['題', text], isSameLanguage: true })).toEqual(missing)
  })

  it('sees that a sentence is about another thing', () => {
    const { hasOtherSubject } = probe('BERTのパラメータ数は？')
    expect(hasOtherSubject({ text: 'GPT-3では、1750億個である。', above: '例' })).toBe(true)
    expect(hasOtherSubject({ text: 'GPT-3では、1750億個である。', above: 'BERT' })).toBe(false)
    expect(hasOtherSubject({ text: 'BERTとGPT-3では、違う。', above: '' })).toBe(false)
    expect(hasOtherSubject({ text: '3.4億個である。', above: '' })).toBe(false)
  })

  it('tells how much of the question stands in texts, and whether what is asked of its subject does', () => {
    const { shareOfWords, shareOfProperty } = probe('ジャスパーの年間売上は？')
    expect(shareOfWords(['ジャスパーの年間売上は7億円だ。'])).toBe(1)
    expect(shareOfWords(['何もない。'])).toBe(0)
    expect(shareOfProperty(['年間売上は7億円だ。'])).toBe(1)
    expect(shareOfProperty(['ジャスパーは会社だ。'])).toBe(0)
  })

  it('looks for the asked unit, and for none where none is asked for', () => {
    expect(probe('入力は何トークンですか？').holdsUnit({ text: '512トークンまで。', isSameLanguage: true })).toBe(true)
    expect(probe('入力は何トークンですか？').holdsUnit({ text: '512文字まで。', isSameLanguage: true })).toBe(false)
    expect(probe('How many tokens?').holdsUnit({ text: '512文字まで。', isSameLanguage: false })).toBe(false)
    expect(probe('GPUは何個ですか？').holdsUnit({ text: '64 GPUs were used.', isSameLanguage: false })).toBeNull()
    expect(probe('入力は何ですか？').holdsUnit({ text: '512文字まで。', isSameLanguage: true })).toBeNull()
  })
})
