import { gatedFigures, type QualityFigures, readQualityPolicy } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getFigure, judgeQuality } from './judge-quality.js'

const figures = (change: Partial<QualityFigures> = {}): QualityFigures => ({
  questions: 10,
  correct: 0.8,
  rightCitation: 0.7,
  refusal: { precision: 0.9, recall: 0.6, f1: 0.72 },
  'mrr@10': 0.95,
  ...change,
})
const policy = (change: object) => readQualityPolicy(JSON.stringify({ isGateOn: true, ...change }))

describe('judgeQuality', () => {
  it('lets everything through where nothing is asked for', () => {
    expect(judgeQuality({ policy: policy({}), figures: figures({ correct: 0 }), compared: null })).toEqual([])
  })

  it('names each figure below its least, with the least', () => {
    const found = judgeQuality({
      policy: policy({ least: { correct: 0.9, 'mrr@10': 0.9, refusalF1: 0.8 } }),
      figures: figures(),
      compared: null,
    })
    expect(found).toEqual([
      { figure: 'correct', rule: 'least', value: 0.8, limit: 0.9 },
      { figure: 'refusalF1', rule: 'least', value: 0.72, limit: 0.8 },
    ])
  })

  it('compares with the run before on the questions of both, and lets a fall through that is allowed', () => {
    const asked = policy({ mostFall: { correct: 0.05 } })
    const compared = (before: number, now: number) => ({
      before: figures({ correct: before }),
      now: figures({ correct: now }),
    })
    // Other questions have come since: what is compared is not what the run came to.
    expect(judgeQuality({ policy: asked, figures: figures({ correct: 0.1 }), compared: compared(0.8, 0.8) })).toEqual(
      [],
    )
    expect(judgeQuality({ policy: asked, figures: figures(), compared: compared(0.85, 0.8) })).toEqual([])
    expect(judgeQuality({ policy: asked, figures: figures(), compared: compared(0.9, 0.8) })).toMatchObject([
      { figure: 'correct', rule: 'fall', value: 0.8, before: 0.9 },
    ])
  })

  it('keeps nothing back for a figure that could not be measured', () => {
    const asked = policy({ least: { refusalF1: 1 }, mostFall: { refusalF1: 0 } })
    const none = figures({ refusal: { precision: null, recall: null, f1: null } })
    expect(judgeQuality({ policy: asked, figures: none, compared: { now: none, before: figures() } })).toEqual([])
  })

  it('never lets through less than it did for figures that are better, whatever the policy', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const some = fc.record(Object.fromEntries(gatedFigures.map((figure) => [figure, fc.option(share)])))
    const any = fc.record({ correct: share, rightCitation: share, f1: share, mrr: share })
    const toFigures = ({
      correct,
      rightCitation,
      f1,
      mrr,
    }: Record<'correct' | 'rightCitation' | 'f1' | 'mrr', number>) =>
      figures({ correct, rightCitation, refusal: { precision: null, recall: null, f1 }, 'mrr@10': mrr })
    fc.assert(
      fc.property(some, some, any, any, share, (least, mostFall, now, before, gain) => {
        const worse = toFigures(now)
        const better = toFigures({
          correct: Math.min(1, now.correct + gain),
          rightCitation: Math.min(1, now.rightCitation + gain),
          f1: Math.min(1, now.f1 + gain),
          mrr: Math.min(1, now.mrr + gain),
        })
        const asked = policy({ least, mostFall })
        const judge = (seen: QualityFigures) =>
          judgeQuality({ policy: asked, figures: seen, compared: { now: seen, before: toFigures(before) } })
        expect(judge(better).length).toBeLessThanOrEqual(judge(worse).length)
        for (const { figure, rule, value, limit } of judge(worse)) {
          expect(value).toBe(getFigure(worse, figure))
          expect(value).toBeLessThan(limit)
          expect(rule === 'least' ? asked.least[figure] : asked.mostFall[figure]).not.toBeNull()
        }
      }),
    )
  })
})
