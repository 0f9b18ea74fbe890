import { describe, expect, it } from 'vitest'
import { scoreQuality } from './score-quality.js'

describe('scoreQuality', () => {
  it('takes the first right result, joined passages included, of the first ten', () => {
    const question = { question: '？', relevant: ['a'] }
    const others = Array.from({ length: 10 }, (_, n) => [`x${n}`])
    const quality = scoreQuality([
      { question, ranked: [['a'], ['b']] },
      { question, ranked: [['b'], ['c', 'a']] },
      { question, ranked: [...others, ['a']] },
      { question, ranked: [] },
    ])
    expect(quality).toEqual({ mrr10: 1.5 / 4, recall10: 0.5, questions: 4 })
  })

  it('says nothing where nothing is known', () => {
    expect(scoreQuality([{ question: { question: '？', relevant: null }, ranked: [['a']] }])).toBeNull()
  })
})
