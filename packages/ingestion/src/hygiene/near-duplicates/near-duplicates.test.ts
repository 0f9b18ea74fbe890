import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FingerprintedPassage, findNearDuplicates } from './find-near-duplicates.js'
import { fingerprintPassage } from './fingerprint-passage.js'
import { compareSignatures, createSignature } from './min-hash.js'

const news =
  '首相は記者会見で新しい法案を来月の国会に提出すると述べた。対象は約1,200社で、施行は3年後の予定である。野党は強く反対している。'
const english =
  'The bridge was opened in 1998 by the mayor of Alderham. It is 912 metres long and carries four lanes of traffic across the bay.'

interface Given {
  text: string
  title?: string
  headingPath?: string[]
}

const make = ({ text, title = '記事', headingPath = [] }: Given, index: number): FingerprintedPassage => ({
  id: `p${index}`,
  documentId: `d${index}`,
  index: 0,
  since: `2026-01-0${index + 1}T00:00:00.000Z`,
  fingerprint: fingerprintPassage({ text, title, headingPath }),
})
const areLinked = (a: Given, b: Given) => findNearDuplicates({ passages: [a, b].map(make) }).length === 1

describe('findNearDuplicates', () => {
  it.each([
    ['a copy', news, news],
    ['width, case, spaces, punctuation', news, news.replace('1,200', '１２００').replaceAll('、', '， ')],
    ['polite endings', news, news.replace('予定である', '予定です').replace('反対している', '反対しています')],
    ['a date line', `公開日：2023年4月1日 10:00\n${news}`, `2023/4/2 更新\n${news}`],
    ['a date line in one only', news, `${news}\n最終更新：2024/05/06`],
    ['a long vowel', `${news}サーバーは別にある。`, `${news}サーバは別にある。`],
    [
      'English punctuation and case',
      english,
      english.replace('The bridge', 'The Bridge,').replace('the bay.', 'the bay'),
    ],
    ['an article', english, english.replace('by the mayor', 'by mayor')],
    ['few words', 'お休みです。', 'お休みです'],
  ])('links what says the same: %s', (_, a, b) => {
    expect(areLinked({ text: a }, { text: b })).toBe(true)
  })

  it.each([
    ['a number', news, news.replace('1,200', '1,300')],
    ['a kanji number', news.replace('3年後', '三年後'), news.replace('3年後', '五年後')],
    ['a sign', '気温は-5度である。風は弱く雪が降る。', '気温は5度である。風は弱く雪が降る。'],
    ['a decimal point', '円周率は約3.14である。証明は別にある。', '円周率は約314である。証明は別にある。'],
    ['a name', news, news.replace('首相', '外相')],
    ['a verb', news, news.replace('反対', '賛成')],
    ['a denial', news, news.replace('提出すると', '提出しないと')],
    ['who does it', '田中が鈴木を追った。鈴木は駅へ逃げた。', '田中を鈴木が追った。鈴木は駅へ逃げた。'],
    ['a limit', '会員だけが利用できる。料金は500円である。', '会員が利用できる。料金は500円である。'],
    ['a direction', '東京から大阪まで3時間かかる。', '大阪から東京まで3時間かかる。'],
    ['a passive', '田中が委員に選んだ。任期は2年とする。', '田中が委員に選ばれた。任期は2年とする。'],
    ['a name in English', english, english.replace('Alderham', 'Birchford')],
    ['not', english, english.replace('was opened', 'was not opened')],
    ['the same form with other figures', '品番A-1 価格100円 在庫3', '品番A-2 価格120円 在庫5'],
    ['a day that matters', '発売日は2023年4月1日です。価格は同じです。', '発売日は2023年5月1日です。価格は同じです。'],
    ['a sentence more', news, `${news}経済界は歓迎した。`],
    ['few words', 'お休みです。', 'お休みでした。'],
  ])('keeps apart what differs: %s', (_, a, b) => {
    expect(areLinked({ text: a }, { text: b })).toBe(false)
  })

  it('looks at title and headings, but not at their dates', () => {
    expect(areLinked({ text: news, title: '白書 2023年版' }, { text: news, title: '白書 2024年版' })).toBe(false)
    expect(areLinked({ text: news, headingPath: ['東京店'] }, { text: news, headingPath: ['大阪店'] })).toBe(false)
    expect(areLinked({ text: news, title: '速報 2023年4月1日' }, { text: news, title: '速報 2023年4月2日' })).toBe(true)
  })

  it('keeps the oldest, in whatever order they come', () => {
    const other = '別の文章である。図書館は9時に開く。'
    const passages = [news, other, news, news, other].map((text, i) => make({ text }, i))
    const expected = [
      { id: 'p2', keptId: 'p0', similarity: 1 },
      { id: 'p3', keptId: 'p0', similarity: 1 },
      { id: 'p4', keptId: 'p1', similarity: 1 },
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(passages, { minLength: passages.length }), (shuffled) => {
        expect(findNearDuplicates({ passages: shuffled })).toEqual(expected)
      }),
    )
  })

  it('brings the other up when the oldest goes', () => {
    const passages = [news, news, news].map((text, i) => make({ text }, i)).slice(1)
    expect(findNearDuplicates({ passages })).toEqual([{ id: 'p2', keptId: 'p1', similarity: 1 }])
  })

  const sentence = fc.stringMatching(/^[一-十あ-か0-2a-c]{1,6}[。、 ]$/)
  it('links like its naive twin, and to passages that stay only', () => {
    fc.assert(
      fc.property(fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 24 }), (texts) => {
        const passages = texts.map((parts, i) => ({ ...make({ text: parts.join('') }, 0), id: `p${i}`, index: i }))
        const links = findNearDuplicates({ passages })
        const naive: string[][] = []
        const kept: FingerprintedPassage[] = []
        for (const passage of passages) {
          const twin = kept.find(({ fingerprint }) => {
            const [[, facts, signature], [, otherFacts, otherSignature]] = [
              passage.fingerprint.split('.'),
              fingerprint.split('.'),
            ]
            const read = (text = '') => new Uint8Array(Buffer.from(text, 'base64'))
            return facts === otherFacts && compareSignatures(read(signature), read(otherSignature)) >= 0.8
          })
          if (twin) naive.push([passage.id, twin.id])
          else kept.push(passage)
        }
        expect(links.map(({ id, keptId }) => [id, keptId])).toEqual(naive)
      }),
    )
  })
})

describe('createSignature', () => {
  const grams = (text: string) => new Set(Array.from({ length: text.length - 3 }, (_, at) => text.slice(at, at + 4)))
  const jaccard = (a: string, b: string) => {
    const [first, second] = [grams(a), grams(b)]
    const shared = [...first].filter((gram) => second.has(gram)).length
    return shared / (first.size + second.size - shared)
  }
  const estimate = (a: string, b: string) => compareSignatures(createSignature(a), createSignature(b))
  const letters = fc.string({
    unit: fc.constantFrom(...'あいうえおかきくけこ漢字文章一二三四五六七八九十abcdefgh'),
    minLength: 60,
    maxLength: 400,
  })

  it('estimates the exact similarity of texts that share a part', () => {
    const errors: number[] = []
    fc.assert(
      fc.property(letters, letters, letters, (shared, a, b) => {
        const error = estimate(shared + a, shared + b) - jaccard(shared + a, shared + b)
        errors.push(error)
        // Six standard errors of 128 bins, and what densification adds in short texts.
        expect(Math.abs(error)).toBeLessThan(0.3)
      }),
      { numRuns: 300 },
    )
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
  })

  it('is 1 for the same text and near 0 for another', () => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(estimate(text, text)).toBe(1)
      }),
    )
    expect(estimate('', '')).toBe(1)
    expect(estimate(news, english)).toBeLessThan(0.1)
  })
})
