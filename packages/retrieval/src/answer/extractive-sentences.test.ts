import { describe, expect, it } from 'vitest'
import { makeFound } from '../fixtures/make-found.js'
import { makePassage } from '../fixtures/make-passage.js'
import { makeSentences } from '../fixtures/make-sentences.js'
import { analyzeQuestion } from '../question/analyze-question.js'
import { createCitationBook, renderAnswer } from './build-citations.js'
import { defaultCalibration } from './calibration.js'
import { extractiveSentences } from './extractive-sentences.js'
import { selectSentences } from './select-sentences.js'
import { sideQuestions } from './side-questions.js'

/** As Markdown, where the reader prefers the sentence that holds `best`. */
function tell(asked: string, sources: readonly { title?: string; text: string; best: string }[]): string {
  const question = analyzeQuestion(asked)
  const sides = sideQuestions(question)
  const drafts = sources.map(({ title = '題', text, best }, i) => {
    const from = makeFound(makePassage(i, { title, text, language: 'ja' }))
    const own = sides[i] ?? question
    const span = { start: text.indexOf(best), end: text.indexOf(best) + best.length }
    const read = (sentence: string) =>
      sentence.includes(best) ? { relevance: 6, span } : { relevance: -9, span: null }
    const sentences = makeSentences({ from, read })
    const selected = selectSentences({ question: own, sentences, calibration: defaultCalibration })
    return { question: own, passages: [from], selected, confidence: 1, isSufficient: true }
  })
  const book = createCitationBook()
  for (const sentence of extractiveSentences({ question, drafts })) book.add(sentence)
  return renderAnswer({ sentences: book.sentences, layouts: book.layouts, language: 'ja' })
}

const models =
  '大きさは二つある。\n\nモデル: BERT-Base、層数: 12、パラメータ数: 約1億1,000万\nモデル: BERT-Large、層数: 24、パラメータ数: 約3億4,000万'

describe('extractiveSentences', () => {
  it('sets the items of a list beneath what announces them, each said as it stands', () => {
    const text = 'BERTの課題は次の二つである。\n\nMLM：語を当てる。\nNSP：文を当てる。'
    expect(tell('BERTの課題は何ですか？', [{ title: 'BERT', text, best: '次の二つ' }])).toBe(
      'BERTの課題は次の二つである。[1]\n\n- MLM：語を当てる。[2]\n- NSP：文を当てる。[3]',
    )
  })

  it('tells the value of the named column first, for each row that may be meant', () => {
    const base = 'モデル: BERT-Base、層数: 12、パラメータ数: 約1億1,000万'
    const large = 'モデル: BERT-Large、層数: 24、パラメータ数: 約3億4,000万'
    expect(tell('BERTのパラメータ数は？', [{ title: 'BERT', text: models, best: base }])).toBe(
      `- BERT-Baseは約1億1,000万です。[1]${base}[1]\n- BERT-Largeは約3億4,000万です。[2]${large}[2]`,
    )
    expect(tell('BERT-Largeのパラメータ数は？', [{ title: 'BERT', text: models, best: large }])).toBe(
      `約3億4,000万です。[1]${large}[1]`,
    )
  })

  it('names each side of a comparison, in a paragraph of its own', () => {
    const gpt = 'GPT-2は15億個のパラメータを持つ。'
    const bert = 'BERTは3億4,000万個のパラメータを持つ。'
    const sources = [
      { title: 'BERT', text: bert, best: '3億4,000万個' },
      { title: 'GPT-2', text: gpt, best: '15億個' },
    ]
    expect(tell('BERTとGPT-2のパラメータ数の違いは？', sources)).toBe(
      `BERTは3億4,000万個です。[1]${bert}[1]\n\nGPT-2は15億個です。[2]${gpt}[2]`,
    )
    expect(tell('BERTとGPT-2はどちらのパラメータ数が多いですか？', sources)).toBe(
      `GPT-2です（15億個。BERTは3億4,000万個）。[1][2]\n\n${bert}[1]\n\n${gpt}[2]`,
    )
  })
})
