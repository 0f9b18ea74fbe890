import { expect, it } from 'vitest'
import { canonicalTerm } from './canonical-term.js'

it.each([
  ['GPT-3', 'gpt3'],
  ['DALL·E', 'dalle'],
  ['1,750', '1750'],
  ['3.14', '3.14'],
  ['1.5B', '1.5b'],
  ['node.js', 'nodejs'],
  ['Google’s', 'google'],
  ['pre-training', 'pretraining'],
  ['exam\u00adple', 'example'],
  ['models', 'model'],
  ['GPUs', 'gpu'],
  ['studies', 'study'],
  ['processes', 'process'],
  ['caches', 'cache'],
  ['corpus', 'corpus'],
  ['bias', 'bias'],
  ['analysis', 'analysis'],
  ['class', 'class'],
  ['Jaｓ', 'jas'],
  ['基盤モデル', '基盤モデル'],
  ['C++', 'c++'],
  ['…', ''],
])('knows %j as %j', (word, term) => {
  expect(canonicalTerm(word)).toBe(term)
})
