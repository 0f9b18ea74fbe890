import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from '../question/analyze-question.js'
import { decideYesNo } from './decide-yes-no.js'

const decide = (text: string, evidence: string, context = '') =>
  decideYesNo({ question: analyzeQuestion(text), evidence, context })

describe('decideYesNo', () => {
  it.each([
    ['YOLOXはアンカーを使いますか？', 'YOLOXはアンカーを使う。', 'yes'],
    ['YOLOXはアンカーを使いますか？', 'YOLOXはアンカーを使わない。', 'no'],
    ['YOLOXはアンカーを使いませんか？', 'YOLOXはアンカーを使う。', 'yes'],
    ['GPT-3は公開されていますか？', 'GPT-3の重みは公開されていません。', 'no'],
    ['Does YOLOX use anchors?', 'YOLOX does not use anchors.', 'no'],
  ])('%s: %s decides %s', (question, evidence, decided) => {
    expect(decide(question, evidence)).toBe(decided)
  })

  it.each([
    ['what says something else', 'YOLOXはアンカーを使いますか？', 'YOLOXは2021年に公開された。'],
    ['what is about another thing', 'YOLOXはアンカーを使いますか？', 'Deticはアンカーを使う。'],
    ['a plan that ended', 'DRIVE Atlanは製品になりましたか？', 'DRIVE Atlanは製品になる前に中止された。'],
    ['a part only', 'GPT-3は公開されていますか？', 'GPT-3は一部が公開されている。'],
    ['no such question', 'GPT-3はいつ公開されましたか？', 'GPT-3は公開されている。'],
  ])('%s decides nothing', (_, question, evidence) => {
    expect(decide(question, evidence)).toBeNull()
  })

  it('takes the name from what stands above', () => {
    expect(decide('YOLOXはアンカーを使いますか？', 'アンカーを使わない。', 'YOLOX')).toBe('no')
  })
})
