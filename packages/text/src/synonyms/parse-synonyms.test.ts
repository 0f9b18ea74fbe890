import { isShuttenError } from '@shutten/core'
import { expect, it } from 'vitest'
import { parseSynonyms } from './parse-synonyms.js'

it('reads groups, comments and quoted names', () => {
  const text = `\ufeff# 社内の呼び名
GPT, ジーピーティー、Generative Pre-trained Transformer

社内ポータル，インサイド   # since 2024\r
"C#", シーシャープ
"Yahoo, Inc.", ヤフー`
  expect(parseSynonyms(text).map(({ names }) => names)).toEqual([
    ['GPT', 'ジーピーティー', 'Generative Pre-trained Transformer'],
    ['社内ポータル', 'インサイド'],
    ['C#', 'シーシャープ'],
    ['Yahoo, Inc.', 'ヤフー'],
  ])
  expect(parseSynonyms('\n# none\n')).toEqual([])
})

it.each([
  ['GPT, ジーピーティー\nひとつ', 2, 'only one name'],
  ['a, b,', 1, 'before or after a comma'],
  [', a', 1, 'before or after a comma'],
  ['# x\n\n"GPT, b', 3, 'not closed'],
  ['GPT, …', 1, 'no letter or digit'],
  [`a, ${'b'.repeat(101)}`, 1, 'longer than'],
])('refuses %j', (text, line, reason) => {
  let error: unknown
  try {
    parseSynonyms(text)
  } catch (thrown) {
    error = thrown
  }
  if (!isShuttenError(error)) throw new Error('no coded error')
  expect(error.code).toBe('INPUT_INVALID')
  expect(error.message).toContain(`Line ${line} `)
  expect(error.message).toContain(reason)
})
