import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintPassage } from './fingerprint-passage.js'

const news =
  '首相は記者会見で新しい法案を来月の国会に提出すると述べた。対象は約1,200社で、施行は3年後の予定である。野党は強く反対している。'
const english =
  'The bridge was opened in 1998 by the mayor of Alderham. It is 912 metres long and carries four lanes of traffic across the bay.'

interface Given {
  text: string
  title?: string
  headingPath?: string[]
}
const of = ({ text, title = '記事', headingPath = [] }: Given) => fingerprintPassage({ text, title, headingPath })
const areLinked = (a: string, b: string) => of({ text: a }) === of({ text: b })

describe('fingerprintPassage', () => {
  it.each([
    ['a copy', news, news],
    ['width, case, spaces, punctuation', news, news.replace('1,200', '１２００').replaceAll('、', '， ')],
    ['polite endings', news, news.replace('予定である', '予定です').replace('反対している', '反対しています')],
    ['a long vowel', `${news}サーバーは別にある。`, `${news}サーバは別にある。`],
    ['brackets', `${news}「可」とする。`, `${news}『可』とする。`],
    ['lines broken elsewhere', english, english.replaceAll(' ', '\n')],
    [
      'English punctuation and case',
      english,
      english.replace('The bridge', 'The Bridge,').replace('the bay.', 'the bay'),
    ],
    ['an article', english, english.replace('by the mayor', 'by mayor')],
    ['few words', 'お休みです。', 'お休みです'],
  ])('is one for what says the same: %s', (_, a, b) => {
    expect(areLinked(a, b)).toBe(true)
  })

  it.each([
    ['a number', news, news.replace('1,200', '1,300')],
    ['a kanji number', news.replace('3年後', '三年後'), news.replace('3年後', '五年後')],
    ['a fiscal year', `2023年度の予算。${news}`, `2024年度の予算。${news}`],
    ['a version', `バージョン 1.2.3 の説明。${news}`, `バージョン 1.2.4 の説明。${news}`],
    ['a date line', `公開日：2023年4月1日 10:00\n${news}`, `公開日：2023年4月2日 10:00\n${news}`],
    ['a date line in one only', news, `${news}\n最終更新：2024/05/06`],
    ['a sign', '気温は-5度である。風は弱く雪が降る。', '気温は5度である。風は弱く雪が降る。'],
    ['a decimal point', '円周率は約3.14である。証明は別にある。', '円周率は約314である。証明は別にある。'],
    ['per cent', '金利は5%である。証明は別にある。', '金利は5である。証明は別にある。'],
    ['a currency', 'It costs $500 a month for each user of it.', 'It costs €500 a month for each user of it.'],
    ['a comparison', 'Use it where a < b holds for all of them.', 'Use it where a > b holds for all of them.'],
    ['not equal', 'if (a != b) return the first one of them', 'if (a = b) return the first one of them'],
    ['a mark in a table', '対応：○、備考：特になし、担当：総務部', '対応：×、備考：特になし、担当：総務部'],
    ['a name', news, news.replace('首相', '外相')],
    ['a name in hiragana', `${news}ごみは月曜に出す。`, `${news}びんは月曜に出す。`],
    ['a verb', news, news.replace('反対', '賛成')],
    ['a denial', news, news.replace('提出すると', '提出しないと')],
    ['with and without', `${news}添付資料あり。`, `${news}添付資料なし。`],
    ['yes and no', `${news}回答：はい`, `${news}回答：いいえ`],
    ['a past', `${news}受付は終わる。`, `${news}受付は終わった。`],
    ['who does it', '田中が鈴木を追った。鈴木は駅へ逃げた。', '田中を鈴木が追った。鈴木は駅へ逃げた。'],
    ['a limit', '会員だけが利用できる。料金は500円である。', '会員が利用できる。料金は500円である。'],
    ['a direction', '東京から大阪まで3時間かかる。', '大阪から東京まで3時間かかる。'],
    ['a passive', '田中が委員に選んだ。任期は2年とする。', '田中が委員に選ばれた。任期は2年とする。'],
    ['a name in English', english, english.replace('Alderham', 'Birchford')],
    ['not', english, english.replace('was opened', 'was not opened')],
    ['a language', 'It is written in C++ and tested on Linux.', 'It is written in C# and tested on Linux.'],
    ['the same form with other figures', '品番A-1 価格100円 在庫3', '品番A-2 価格120円 在庫5'],
    ['a day that matters', '発売日は2023年4月1日です。価格は同じです。', '発売日は2023年5月1日です。価格は同じです。'],
    ['a sentence more', news, `${news}経済界は歓迎した。`],
    ['few words', 'お休みです。', 'お休みでした。'],
    ['marks alone', '！！', '？？'],
  ])('parts what differs: %s', (_, a, b) => {
    expect(areLinked(a, b)).toBe(false)
  })

  it('looks at title and headings, their dates included', () => {
    const titled = (title: string) => of({ text: news, title })
    expect(titled('白書 2023年版')).not.toBe(titled('白書 2024年版'))
    expect(titled('議事録 2023年4月1日')).not.toBe(titled('議事録 2023年4月2日'))
    expect(titled('白書　２０２３年版')).toBe(titled('白書 2023年版'))
    expect(of({ text: news, headingPath: ['東京店'] })).not.toBe(of({ text: news, headingPath: ['大阪店'] }))
    expect(of({ text: '見出し。本文。', title: '' })).not.toBe(of({ text: '本文。', title: '見出し' }))
  })

  it('hears every letter and figure, but no space or comma', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'あいう漢字カナabc012○×'), minLength: 4, maxLength: 40 })
    fc.assert(
      fc.property(letters, fc.nat(39), (text, at) => {
        const place = at % text.length
        const other = text[place] === '字' ? '漢' : '字'
        expect(areLinked(text, text.slice(0, place) + other + text.slice(place + 1))).toBe(false)
        expect(areLinked(`${text}。`, `${text}、 `)).toBe(true)
      }),
    )
  })
})
