import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from '../question/analyze-question.js'
import { decideComparison } from './decide-comparison.js'

const decide = (text: string, a: string, b: string) =>
  decideComparison({
    question: analyzeQuestion(text),
    sides: [
      { name: 'A', words: a },
      { name: 'B', words: b },
    ],
  })?.name ?? null

describe('decideComparison', () => {
  it.each([
    ['AとB、先に出たのはどっち？', '2018年10月', '2021年1月', 'A'],
    ['AとBはどちらが先に発表されましたか？', '2021年', '2018年10月', 'B'],
    ['AとBではどちらが新しいですか？', '2021年', '2018年10月', 'A'],
    ['AとB、パラメータが多いのはどっち？', '1,750億', '3億4,000万', 'A'],
    ['AとBではどちらが軽いですか？', '3 kg', '2 kg', 'B'],
    ['Which was released first, A or B?', 'October 2018', 'January 2021', 'A'],
    ['Which has fewer parameters, A or B?', '175 billion', '340 million', 'B'],
  ])('%s of %s and %s', (text, a, b, name) => {
    expect(decide(text, a, b)).toBe(name)
  })

  it.each([
    ['what it does not ask', 'AとBのパラメータ数の違いは？', '10', '20'],
    ['dates that tell too little', 'AとB、先に出たのはどっち？', '2018年', '2018年10月'],
    ['numbers of different things', 'AとB、多いのはどっち？', '10個', '20人'],
    ['equal numbers', 'AとB、多いのはどっち？', '10個', '10個'],
    ['several numbers', 'AとB、多いのはどっち？', '10個と20個', '15個'],
    ['a question for both ends', 'AとB、先に出て大きいのが古いのも新しいのもどっち？', '2018年', '2019年'],
  ])('leaves open %s', (_, text, a, b) => {
    expect(decide(text, a, b)).toBeNull()
  })
})
