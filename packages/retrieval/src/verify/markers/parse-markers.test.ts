import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkers } from './parse-markers.js'

const parse = (sentence: string, passages = 5) => parseMarkers({ sentence, passages })

describe('parseMarkers', () => {
  it.each<[string, string, number[]]>([
    ['BERTは2018年に発表された。[1]', 'BERTは2018年に発表された。', [1]],
    ['BERTは2018年に発表された[1]。', 'BERTは2018年に発表された。', [1]],
    ['BERTは2018年に発表された[1]。[2]', 'BERTは2018年に発表された。', [1, 2]],
    ['BERTは2018年に発表された。[1]。', 'BERTは2018年に発表された。', [1]],
    ['[1] BERTは2018年に発表された。', 'BERTは2018年に発表された。', [1]],
    ['二つある。【1】【3】', '二つある。', [1, 3]],
    ['二つある。[1,2]', '二つある。', [1, 2]],
    ['二つある。[1、2]', '二つある。', [1, 2]],
    ['三つある。[1] [2], [3]', '三つある。', [1, 2, 3]],
    ['三つある。[1-3]', '三つある。', [1, 2, 3]],
    ['三つある。[1]〜[3]', '三つある。', [1, 3]],
    ['三つある。[1, 2 and 4]', '三つある。', [1, 2, 4]],
    ['二つある。[1][2][1]', '二つある。', [1, 2]],
    ['一つある。(出典1)', '一つある。', [1]],
    ['一つある。（出典：２）', '一つある。', [2]],
    ['一つある。（資料２）', '一つある。', [2]],
    ['一つある。（出典 1、3）', '一つある。', [1, 3]],
    ['一つある。（[1]）', '一つある。', [1]],
    ['It has one [Source 3].', 'It has one.', [3]],
    ['It has one (see [2]).', 'It has one.', [2]],
    ['It has one. (Passage 2)', 'It has one.', [2]],
    ['It has one [passage 1].', 'It has one.', [1]],
    ['全角も読む。［４］', '全角も読む。', [4]],
    ['脚注[^1]。', '脚注。', [1]],
    ['It has one.[^2]', 'It has one.', [2]],
    ['注記【1†source】。', '注記。', [1]],
    ['注記【4:0†bert.md】', '注記', [4]],
    ['It has one. Source: 1', 'It has one.', [1]],
    ['一つある。出典: [1]', '一つある。', [1]],
    ['一つある。 — 出典：1, 2', '一つある。', [1, 2]],
    ['It has one.<cite>1</cite>', 'It has one.', [1]],
    ['It has one <cite id="2"/>.', 'It has one.', [2]],
    ['It has one<sup>[2]</sup>.', 'It has one.', [2]],
    ['一つある。¹', '一つある。', [1]],
    ['It has layers² and heads.¹˒³', 'It has layers and heads.', [2, 1, 3]],
    ['一つある。[citation:3]', '一つある。', [3]],
    ['一つある。[[2]](https://example.org)', '一つある。', [2]],
    ['一つある。[1](#cite-1)', '一つある。', [1]],
    ['一つある。※1', '一つある。', [1]],
    ['[1]によると、BERTは2018年に発表された。', 'BERTは2018年に発表された。', [1]],
    ['資料1によれば、BERTは2018年に発表された。', 'BERTは2018年に発表された。', [1]],
    ['According to passage 2, it was published in 2018.', 'It was published in 2018.', [2]],
    ['Passage 1 states that it was published in 2018.', 'It was published in 2018.', [1]],
    ['何もない。', '何もない。', []],
  ])('reads %s', (sentence, text, markers) => {
    expect(parse(sentence)).toEqual({ text, markers })
  })

  it('drops a number that maps to nothing', () => {
    expect(parse('無い出典。[9][0][2]', 3)).toEqual({ text: '無い出典。', markers: [2] })
    expect(parse('無い出典。(出典9)', 3)).toEqual({ text: '無い出典。', markers: [] })
  })

  it.each([
    'Vaswani ら (2017) が示した。',
    'Vaswani et al. [2017] showed it.',
    '手順は (1) 集める、(2) 学ぶ、の二つである。',
    '式は `a[1] + b[2]` である。',
    'a[1] は配列の二番目である。',
    'my_list[2][3] is an element.',
    '面積は 5 m² で、10² より小さい。',
    '[BERT](https://example.org/1) を見よ。',
    '[CLS]と[SEP]を置く。',
    'x² + y² = 1 である。',
    '2023年に 3 個あった。',
  ])('leaves %s alone', (sentence) => {
    expect(parse(sentence)).toEqual({ text: sentence, markers: [] })
  })

  it.each([
    `[${'1  '.repeat(300)}x`,
    `(出典 ${'1 , '.repeat(300)}`,
    `${'[1] '.repeat(300)}によ`,
    `Source: ${'1 and '.repeat(300)}`,
    `${'¹'.repeat(1000)}a`,
    `【${'1†'.repeat(400)}`,
  ])('is done with what never closes', (sentence) => {
    expect(parse(sentence).markers.length).toBeLessThanOrEqual(5)
  })

  it('finds markers of every form at the end of a sentence, and leaves the sentence', () => {
    const form = fc.constantFrom<(n: number) => string>(
      (n) => `[${n}]`,
      (n) => `【${n}】`,
      (n) => `（出典${n}）`,
      (n) => `［${n}］`,
      (n) => `[^${n}]`,
      (n) => `【${n}†source】`,
      (n) => `<cite>${n}</cite>`,
      (n) => `[passage ${n}]`,
      (n) => ` [Source: ${n}]`,
    )
    const sentence = fc.constantFrom(
      'BERTは2018年に発表された。',
      'It has 1.5 billion parameters.',
      '一つ（2017）ある。',
    )
    fc.assert(
      fc.property(
        sentence,
        fc.array(fc.tuple(form, fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
        (text, marks) => {
          const { text: left, markers } = parse(text + marks.map(([write, n]) => write(n)).join(''), 6)
          expect(left).toBe(text)
          expect(markers).toEqual([...new Set(marks.map(([, n]) => n))].filter((n) => n <= 6))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never leaves what it would take out when read again', () => {
    const piece = fc.constantFrom(
      '[1]',
      '【2',
      '】',
      '(出典1)',
      '。',
      'BERT',
      ' ',
      '¹',
      'a[1]',
      '<cite>1</cite>',
      '2017',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        (sentence) => {
          const { text } = parse(sentence)
          expect(text).not.toMatch(/【\d】|\(出典\d\)|<cite>\d<\/cite>/)
        },
      ),
      { numRuns: 500 },
    )
  })
})
