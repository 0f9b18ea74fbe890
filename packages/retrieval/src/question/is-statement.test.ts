import { describe, expect, it } from 'vitest'
import { isStatement } from './is-statement.js'

describe('isStatement', () => {
  it.each(['彼はつらい人生を送った。', 'He led a hard life.', 'ごめんなさい。早く帰らなくちゃ。'])(
    '%s tells',
    (query) => {
      expect(isStatement(query)).toBe(true)
    },
  )

  it.each([
    'Whisperの学習データの時間数',
    'GPT-3のパラメータ数はいくつですか。',
    '何信者であったか。',
    '理由を述べよ。',
    '経費の精算について知りたい。',
    'Tell me how many layers it has.',
    '先週、出張しました。経費はいつまでに出せばよいですか。',
    'BERT Large',
  ])('%s does not', (query) => {
    expect(isStatement(query)).toBe(false)
  })
})
