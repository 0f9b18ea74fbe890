import { splitSentences } from '@shutten/text'
import { describe, expect, it } from 'vitest'
import { collectList } from './collect-list.js'

const text =
  '規模は大切である。拡大を支えたのは、次の三つである。\n\nGPUの性能の向上\nTransformerの登場。並列に計算できる。\n大量の学習データ\n\nその後も続いた。'

function collect(part: string) {
  const sentences = splitSentences(text)
  const chosen = sentences.find(({ start, end }) => text.slice(start, end).includes(part))
  const list = chosen ? collectList({ text, sentences, chosen }) : null
  return list && [...(list.lead ? [list.lead] : []), ...list.items].map(({ start, end }) => text.slice(start, end))
}

const whole = [
  '拡大を支えたのは、次の三つである。',
  'GPUの性能の向上',
  'Transformerの登場。並列に計算できる。',
  '大量の学習データ',
]

describe('collectList', () => {
  it('finds the items that a sentence announces', () => {
    expect(collect('次の三つ')).toEqual(whole)
  })

  it('finds the whole list from one of its items', () => {
    expect(collect('並列に')).toEqual(whole)
  })

  it('has nothing to say of prose', () => {
    expect(collect('その後')).toBeNull()
    expect(collect('規模は')).toBeNull()
  })

  it('finds the rows of a table, which nothing announces', () => {
    const rows = 'データ集合は五つある。\n\n名前: Books1、比率: 8%\n名前: Books2、比率: 8%\n\nほかは使われなかった。'
    const sentences = splitSentences(rows)
    const of = (part: string) =>
      collectList({
        text: rows,
        sentences,
        chosen: sentences.find(({ start, end }) => rows.slice(start, end).includes(part)) as (typeof sentences)[0],
      })
    expect(of('Books2')?.items.map(({ start, end }) => rows.slice(start, end))).toEqual([
      '名前: Books1、比率: 8%',
      '名前: Books2、比率: 8%',
    ])
    expect(of('ほかは')).toBeNull()
  })
})
