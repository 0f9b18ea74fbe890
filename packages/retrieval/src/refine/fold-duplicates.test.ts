import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeFound } from '../fixtures/make-found.js'
import { makePassage } from '../fixtures/make-passage.js'
import { foldDuplicates } from './fold-duplicates.js'

const news =
  '首相は記者会見で新しい法案を来月の国会に提出すると述べた。対象は約1,200社で、施行は3年後の予定である。野党は強く反対している。'
const long = `${news}これに対して経済界からは歓迎する声が上がっている。専門家は財源の裏付けが足りないと指摘した。`

function areFolded(kept: string, other: string, titles: [string, string] = ['記事', '記事']): boolean {
  const found = [kept, other].map((text, i) => makeFound(makePassage(i, { text, title: titles[i] ?? '' })))
  return foldDuplicates(found).length === 1
}

describe('foldDuplicates', () => {
  it.each([
    ['a copy', news, news],
    ['width, case, punctuation, spaces', news, news.replace('1,200', '１２００').replaceAll('、', '， ')],
    ['date lines', `2023年4月1日 10:00 配信\n${news}`, `2023年4月2日（日） 18:30 配信\n${news}`],
    ['date and agency in brackets', `【東京 4月1日 共同】${news}`, `【大阪 4月3日 時事】${news}`],
    ['a date line in one only', news, `${news}\n最終更新：2024/05/06`],
    ['a date line in English', `Published April 1, 2023\n${news}`, `Published April 2, 2023\n${news}`],
    ['a part of the better one', long, news],
    ['a window a little further on', `始まりの文はここにある。${long}`, `${long}終わりの文はここだ。`],
    ['few words', '国立科学博物館', '国立科学博物館。'],
  ])('folds what says the same: %s', (_, kept, other) => {
    expect(areFolded(kept, other)).toBe(true)
  })

  it.each([
    ['a number', news, news.replace('1,200', '1,300')],
    ['a decimal point', '円周率は約3.14である。続きの文がここにある。', '円周率は約314である。続きの文がここにある。'],
    ['a sign', '気温は-5度である。続きの文がここにある。', '気温は5度である。続きの文がここにある。'],
    ['a kanji number', news.replace('3年後', '三年後'), news.replace('3年後', '五年後')],
    ['a negation', news, news.replace('提出すると', '提出しないと')],
    ['a name', news, news.replace('首相', '外相')],
    ['the edition above the same table', `2023年版 統計\n${news}`, `2024年版 統計\n${news}`],
    ['the day that it holds for', `2023年4月1日現在\n${news}`, `2024年4月1日現在\n${news}`],
    [
      'the day of a fact at the end',
      `${news}発売は次の日である。\n2023年4月1日`,
      `${news}発売は次の日である。\n2023年5月1日`,
    ],
    ['a date of a fact', `発売日：2023年4月1日\n${news}`, `発売日：2023年5月1日\n${news}`],
    ['a sentence in the midst', news, news.replace('。対象', '。これは嘘だ。対象')],
    ['more than the better one says', news, long],
    ['nothing to compare', '！？', '…'],
  ])('keeps apart what differs: %s', (_, kept, other) => {
    expect(areFolded(kept, other)).toBe(false)
  })

  it('looks at numbers of the title, but not at its date', () => {
    expect(areFolded(news, news, ['白書 2023年版', '白書 2024年版'])).toBe(false)
    expect(areFolded(news, news, ['第三章', '第四章'])).toBe(false)
    expect(areFolded(news, news, ['速報 2023年4月1日', '速報'])).toBe(true)
  })

  it('names what it folded under the better one', () => {
    const passages = [news, '別の文章である。', news, news].map((text, i) => makePassage(i, { text, title: '' }))
    const groups = foldDuplicates(passages.map((passage) => makeFound(passage)))
    expect(groups.map(({ best, duplicates }) => [best.passage.id, duplicates.map(({ id }) => id)])).toEqual([
      ['p0', ['p2', 'p3']],
      ['p1', []],
    ])
  })

  const sentence = fc.stringMatching(/^[一-六あ-おa-c0-2。.\n%-]{0,8}$/)
  it('keeps each passage once, in order, and folds each copy', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), (texts) => {
        const found = texts.map((text, i) => makeFound(makePassage(i, { text, title: '' })))
        const groups = foldDuplicates(found)
        const members = groups.flatMap(({ best, duplicates }) => [best.passage, ...duplicates])
        expect(members.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual(texts.map((_, i) => i))
        const heads = groups.map(({ best }) => best.passage.ordinal)
        expect(heads).toEqual(heads.toSorted((a, b) => a - b))
        for (const { best, duplicates } of groups)
          for (const { ordinal, text } of duplicates) {
            expect(ordinal).toBeGreaterThan(best.passage.ordinal)
            const digits = (value: string) => value.match(/\d/g)?.length ?? 0
            expect(digits(text)).toBeLessThanOrEqual(digits(best.passage.text) + text.length * 0.2)
          }
        const worded = groups.map(({ best }) => best.passage.text).filter((text) => /[\p{L}\p{N}]/u.test(text))
        expect(new Set(worded).size).toBe(worded.length)
      }),
    )
  })
})
