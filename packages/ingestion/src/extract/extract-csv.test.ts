import { Document } from '@langchain/core/documents'
import { describe, expect, it } from 'vitest'
import { extractCsv } from './extract-csv.js'
import { detectTextMediaType } from './extract-document.js'
import { extractLangChainDocuments } from './extract-langchain-documents.js'

const uri = 'file:///data/%E3%83%A2%E3%83%87%E3%83%AB.csv'
const rowsOf = async (text: string) => {
  const document = await extractCsv({ text, uri })
  return document.blocks.map(({ kind, start, end }) => {
    expect(kind).toBe('table-row')
    return document.text.slice(start, end)
  })
}

describe('csv', () => {
  it('makes a block of each row, with the column names', async () => {
    expect(await rowsOf('モデル,層数\nBERT,12\nGPT-3,96\n')).toEqual([
      'モデル: BERT、層数: 12',
      'モデル: GPT-3、層数: 96',
    ])
    expect((await extractCsv({ text: 'a,b\n1,2', uri })).title).toBe('モデル')
  })
  it('reads quotes, line ends in cells, short and empty rows, equal names and other separators', async () => {
    expect(await rowsOf('a,b\n"x, ""y""","1\n2"\n')).toEqual(['a: x, "y"\nb: 1\n2'])
    expect(await rowsOf('a,b,c\n1\n,,\n\n2,3')).toEqual(['a: 1', 'a: 2; b: 3'])
    expect(await rowsOf('a,a\n1,2')).toEqual(['a: 1; a (2): 2'])
    expect(await rowsOf('a;b\n1,5;2')).toEqual(['a: 1,5; b: 2'])
    expect(await rowsOf('a\tb\n1\t2')).toEqual(['a: 1; b: 2'])
    expect(await rowsOf('__proto__,constructor\n1,2')).toEqual(['__proto__: 1; constructor: 2'])
  })
  it('sets each value on a line of its own where one holds sentences, and such rows apart', async () => {
    const text = '質問,回答\n返品できますか？,30日以内ならできます。送料は当社が負担します。\n支払い,カードのみ\n'
    expect(await rowsOf(text)).toEqual([
      '質問: 返品できますか？\n回答: 30日以内ならできます。送料は当社が負担します。',
      '質問: 支払い、回答: カードのみ',
    ])
    expect((await extractCsv({ text, uri })).text).toContain('負担します。\n\n質問: 支払い')
  })
  it('calls a head without rows empty', async () => {
    await expect(extractCsv({ text: 'a,b\n', uri })).rejects.toMatchObject({ code: 'SOURCE_EMPTY' })
  })
})

describe('any LangChain loader', () => {
  it('is a source', async () => {
    const loader = {
      load: async () => [
        new Document({ pageContent: '一段落目。\n\n二段落目。', metadata: { title: '題' } }),
        new Document({ pageContent: '次の頁。' }),
      ],
    }
    const document = await extractLangChainDocuments({ loader, uri })
    expect(document).toMatchObject({ title: '題', language: 'ja', text: '一段落目。\n\n二段落目。\n\n次の頁。' })
    expect(document.blocks).toHaveLength(3)
  })
  it('gives a coded error when it fails', async () => {
    const loader = { load: () => Promise.reject(new Error('no such page')) }
    await expect(extractLangChainDocuments({ loader, uri })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: expect.stringContaining('no such page'),
    })
  })
})

describe('media type by content', () => {
  it.each([
    ['<!DOCTYPE html><p>x', 'text/html'],
    ['\n<!-- c -->\n<html lang="ja">', 'text/html'],
    ['<?xml version="1.0"?>\n<!doctype html>', 'text/html'],
    ['<p>a paragraph of Markdown</p>', 'text/plain'],
    ['htmlについて', 'text/plain'],
  ])('%s', (text, expected) => {
    expect(detectTextMediaType({ text, mediaType: 'text/plain' })).toBe(expected)
  })
})
