import { describe, expect, it } from 'vitest'
import { collectRows } from './collect-rows.js'

const texts = [
  'モデル: BERT-Base、層数: 12、パラメータ数: 約1億1,000万',
  'モデル: BERT-Large、層数: 24、パラメータ数: 約3億4,000万',
  'モデル: ALBERT、層数: 12、パラメータ数: 1,200万',
  'モデル: GPT-2、層数: 48、パラメータ数: 15億',
]
const collect = (options: { question: string; names: string[]; rows?: string[]; chosen?: number }) => {
  const sentences = (options.rows ?? texts).map((text, start) => ({ start, text }))
  const chosen = sentences[options.chosen ?? 0] as (typeof sentences)[number]
  return collectRows({ ...options, sentences, chosen })?.map(({ start }) => start) ?? null
}

describe('collectRows', () => {
  it('takes the rows of all that the name may mean', () => {
    const rows = texts.filter((text) => !text.includes('ALBERT'))
    expect(collect({ question: 'BERTのパラメータ数は？', names: ['BERT'], rows })).toEqual([0, 1])
    expect(collect({ question: 'BERTのパラメータ数は？', names: ['BERT'], rows, chosen: 1 })).toEqual([0, 1])
  })

  it('leaves the one row that is asked for, or that alone bears the name', () => {
    expect(collect({ question: 'BERT-Largeの層数は？', names: ['BERT-Large'], chosen: 1 })).toBeNull()
    expect(collect({ question: 'GPT-2の層数は？', names: ['GPT-2'], chosen: 3 })).toBeNull()
    expect(collect({ question: 'GPTの層数は？', names: ['GPT'], chosen: 3 })).toBeNull()
    expect(collect({ question: '層数が多いのは？', names: [] })).toBeNull()
  })

  it('leaves prose and long tables', () => {
    expect(collect({ question: 'BERTは？', names: ['BERT'], rows: ['BERTは12層。', 'BERTは24層。'] })).toBeNull()
    const rows = Array.from({ length: 5 }, (_, i) => `モデル: BERT-${i}号、層数: ${i}`)
    expect(collect({ question: 'BERTの層数は？', names: ['BERT'], rows })).toBeNull()
  })
})
