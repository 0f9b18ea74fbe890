import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { foldText } from './fold-text.js'

it.each([
  ['ＧＰＴ－３', 'gpt-3'],
  ['基盤 モデル\n', '基盤モデル'],
  ['ｶﾞﾝﾏ', 'ガンマ'],
  ['Stable　Diffusion', 'stablediffusion'],
  ['か ゛', 'が'],
  ['ΣΟΦΟΣ', 'σοφοσ'],
])('folds %j to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

it('folds what is folded to itself', () => {
  const text = anyText({ pieces: ['か', '゛', ' ', 'İ', '\u0323', '\u0301', 'Σ', 'ｶ', 'ﾞ', '　', '½'] })
  fc.assert(
    fc.property(text, (text) => {
      const once = foldText(text)
      return foldText(once) === once && !/\s/u.test(once)
    }),
    { numRuns: 1000 },
  )
})
