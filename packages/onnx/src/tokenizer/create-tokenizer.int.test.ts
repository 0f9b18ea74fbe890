import { readFileSync } from 'node:fs'
import { embeddingModel } from '@shutten/embedding-model'
import { expect, test } from 'vitest'
import { createTokenizer } from './create-tokenizer.js'

const tokenizer = createTokenizer(JSON.parse(readFileSync(embeddingModel.files.tokenizer.path, 'utf8')))
const reference = JSON.parse(
  readFileSync(new URL('../fixtures/tokenizer-reference.json', import.meta.url), 'utf8'),
) as ([string, number[]] | [string, string, number, number[]])[]

const tokenize = (text: string, maxTokens = 10_000) => tokenizer.tokenize({ text, maxTokens })
/** What each token covers in the text. */
const covered = (text: string) => {
  const { starts, ends } = tokenize(text)
  return starts.map((start, i) => text.slice(start, ends[i]))
}

test('gives the token ids of the reference for every text and every pair', () => {
  expect(reference.length).toBeGreaterThan(300)
  for (const row of reference) {
    if (row.length === 2) expect([0, ...tokenize(row[0]).ids, 2], JSON.stringify(row[0])).toEqual(row[1])
    else {
      const [first, second, longest, ids] = row
      const question = tokenize(first).ids
      const passage = tokenize(second, longest - question.length - 4).ids
      expect([0, ...question, 2, 2, ...passage, 2]).toEqual(ids)
    }
  }
})

test('offsets are in order, inside the text, and leave nothing but white space and joiners between tokens', () => {
  for (const [text] of reference) {
    const { starts, ends } = tokenize(text)
    let before = 0
    starts.forEach((start, i) => {
      const end = ends[i] as number
      expect(start).toBeLessThanOrEqual(end)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(text.slice(before, Math.max(before, start)), JSON.stringify(text)).toMatch(/^[\s\p{C}\p{M}]*$/u)
      before = end
    })
  }
})

test('a character that becomes several stays whole', () => {
  expect(covered('㍻三十一年')[1]).toBe('㍻')
  expect(covered('ﾊﾟ').join('')).toBe('ﾊﾟ')
  expect(covered('e\u0301').at(-1)).toBe('e\u0301')
})

test('tokens behind wide, decomposed and astral characters point at the right ones', () => {
  for (const before of [
    'ＡＢＣ',
    'ﾊﾟﾋﾟ',
    '㍻㈱',
    'ﬁﬂ',
    '  \n \u3000 ',
    '😀👨\u200d👩\u200d👧',
    '𠮷',
    'e\u0301',
    '\u0000',
    '<s>',
  ])
    expect(covered(`${before}気象庁`).join('')).toMatch(/気象庁$/)
})

test('special tokens written out in a text are read as characters', () => {
  for (const name of ['<s>', '</s>', '<pad>', '<mask>', '<unk>']) {
    const { ids } = tokenize(`a${name}b`)
    expect(ids).not.toContain(tokenizer.special.begin)
    expect(ids).not.toContain(tokenizer.special.end)
    expect(ids).not.toContain(tokenizer.special.padding)
    expect(covered(`a${name}b`).join('')).toBe(`a${name}b`)
  }
})

test('a lone surrogate is read as the replacement character', () => {
  expect(tokenize('a\ud800b').ids).toEqual(tokenize('a\ufffdb').ids)
  expect(tokenize('\udc00').ids).toEqual(tokenize('\ufffd').ids)
})

test('the first tokens of a very long text are those of its beginning', () => {
  const text = '基盤モデルは多くのタスクに適応できる。'.repeat(6_000)
  expect(tokenize(text, 510).ids).toEqual(tokenize(text.slice(0, 5_000)).ids.slice(0, 510))
})
