import { analyze } from '@shutten/text'
import { expect, it } from 'vitest'
import { damages } from './damages.js'

const question =
  '1992年に国会図書館のデータベースサーバーとロボットカメラで、エイジのヴァイオリンとメール・ウィンドウとイタリアの佐々木の学会を調べた人は？'

it.each(damages)('$name changes a question, and leaves it a term in common', ({ apply }) => {
  const changed = apply(question)
  expect(changed).not.toBe(question)
  const terms = new Set(analyze(question).map(({ term }) => term))
  expect(analyze(changed).filter(({ term }) => terms.has(term)).length).toBeGreaterThan(terms.size / 2)
})

it('writes digits as kanji numerals', () => {
  const { apply } = damages.find(({ folding }) => folding === 'numerals') ?? {}
  expect(apply?.('2024年の12月に120人と10回、GPT3の5個')).toBe('二〇二四年の十二月に百二十人と十回、GPT3の五個')
})
