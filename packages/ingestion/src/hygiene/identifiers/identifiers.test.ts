import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWidth } from '../fold-width.js'
import type { FoundSpan } from '../found-span.js'
import { findBankAccounts } from './find-bank-accounts.js'
import { findCreditCards } from './find-credit-cards.js'
import { findEmails } from './find-emails.js'
import { findMyNumbers } from './find-my-numbers.js'
import { findPhoneNumbers } from './find-phone-numbers.js'
import { findPostalAddresses } from './find-postal-addresses.js'
import { isMyNumber } from './is-my-number.js'

const read = (find: (folded: string) => FoundSpan[], text: string) =>
  find(foldWidth(text)).map(({ start, end }) => text.slice(start, end))

describe('findEmails', () => {
  it.each([
    ['連絡は tanaka.taro@shutten.co.jp まで。', 'tanaka.taro@shutten.co.jp'],
    ['担当：ｓｕｚｕｋｉ＠ｓｈｕｔｔｅｎ．ｊｐ', 'ｓｕｚｕｋｉ＠ｓｈｕｔｔｅｎ．ｊｐ'],
    ['Write to a+b@mail.shutten.io.', 'a+b@mail.shutten.io'],
    ['sato (at) shutten (dot) jp', 'sato (at) shutten (dot) jp'],
    ['メールはyamada@shutten.jpです', 'yamada@shutten.jp'],
  ])('%s', (text, address) => {
    expect(read(findEmails, text)).toEqual([address])
  })

  it.each([
    'user@example.com と書きます。',
    'npm install react@19.3.0',
    'logo@2x.png を置く',
    'git clone git@github.com:shutten/shutten.git',
    '@tanaka さん、お願いします',
    '単価 100円@個',
  ])('leaves %s', (text) => {
    expect(read(findEmails, text)).toEqual([])
  })
})

describe('findPhoneNumbers', () => {
  it.each([
    ['代表 03-3580-1234', '03-3580-1234'],
    ['電話：０３−３５８０−１２３４（直通）', '０３−３５８０−１２３４'],
    ['TEL03(3580)1234', '03(3580)1234'],
    ['（06）6345-1234', '（06）6345-1234'],
    ['携帯は090-1234-5678です', '090-1234-5678'],
    ['携帯は09012345678です', '09012345678'],
    ['０９０１２３４５６７８', '０９０１２３４５６７８'],
    ['フリーダイヤル 0120-123-456', '0120-123-456'],
    ['0120-12-34-56へ', '0120-12-34-56'],
    ['0800-123-4567', '0800-123-4567'],
    ['ナビダイヤル0570-012-345', '0570-012-345'],
    ['0422-22-1234', '0422-22-1234'],
    ['01267-2-1234', '01267-2-1234'],
    ['電話番号: 0335801234', '0335801234'],
    ['+81-3-3580-1234', '+81-3-3580-1234'],
    ['+81 (0)90 1234 5678', '+81 (0)90 1234 5678'],
    ['+81335801234', '+81335801234'],
    ['Call +1 415-555-2671 now', '+1 415-555-2671'],
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['(415) 555-2671', '(415) 555-2671'],
    ['Phone: 415-555-2671', '415-555-2671'],
    ['050-3123-4567', '050-3123-4567'],
  ])('%s', (text, number) => {
    expect(read(findPhoneNumbers, text)).toEqual([number])
  })

  it.each([
    '型番 03-3580-1234',
    '品番：0120-123-456',
    '製品番号 090-1234-5678',
    '2024-01-01 から 2024-12-31',
    '01-02-2024',
    '価格は 1,200,000 円',
    'ISBN978-4-00-310101-8',
    'ISBN 4-00-310101-4',
    '注文番号 09012345678',
    '03-2024-00012',
    '〒100-0013',
    '0.0312345678',
    'https://shutten.jp/090-1234-5678/',
    '192.168.100.200',
    '050-3123-4567-89',
    '0312345678',
    '02-1234-5678',
    'バージョン 0.12.345.6789',
    '午前 09-10-2024',
    '100-200-3000',
    '03-0123-4567',
  ])('leaves %s', (text) => {
    expect(read(findPhoneNumbers, text)).toEqual([])
  })
})

/** By the words of the ministerial order, digit by digit. */
function makeMyNumber(eleven: string): string {
  const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
  const sum = [...eleven].reduce((total, digit, i) => total + Number(digit) * (weights[i] ?? 0), 0)
  const rest = sum % 11
  return eleven + (rest <= 1 ? 0 : 11 - rest)
}

describe('findMyNumbers', () => {
  it('holds the check digit against the formula, and no other digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (eleven) => {
        const right = makeMyNumber(eleven)
        for (let digit = 0; digit <= 9; digit++) expect(isMyNumber(eleven + digit)).toBe(eleven + digit === right)
      }),
    )
  })

  const number = makeMyNumber('12345678901')
  const spaced = number.replace(/(\d{4})(\d{4})/, '$1 $2 ')

  it.each([
    `マイナンバー：${number}`,
    `個人番号 ${spaced}`,
    `氏名: 山田太郎 | 個人番号: ${number.replace(/(\d{4})(\d{4})/, '$1-$2-')} | 部署: 総務`,
    `My Number ${number}`,
  ])('%s', (text) => {
    expect(read(findMyNumbers, text).map((found) => found.replace(/\D/g, ''))).toEqual([number])
  })

  it.each([
    `伝票番号 ${number}`,
    `法人番号 7${number}はマイナンバーではない`,
    `個人番号 ${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`,
    `マイナンバー ${number}-1`,
  ])('leaves %s', (text) => {
    expect(read(findMyNumbers, text)).toEqual([])
  })

  it('reads a title as context', () => {
    expect(findMyNumbers(number, '個人番号一覧')).toHaveLength(1)
    expect(findMyNumbers(number, '荷物一覧')).toHaveLength(0)
  })
})

describe('findCreditCards', () => {
  it.each([
    ['カード 4539 1488 0343 6467', '4539 1488 0343 6467'],
    ['4539-1488-0343-6467 まで', '4539-1488-0343-6467'],
    ['番号は４５３９１４８８０３４３６４６７です', '４５３９１４８８０３４３６４６７'],
    ['AMEX 3714 496353 98449', '3714 496353 98449'],
    ['JCB 3566111111111113', '3566111111111113'],
    ['4539 1488 0343 6467 123 12/29', '4539 1488 0343 6467'],
  ])('%s', (text, number) => {
    expect(read(findCreditCards, text)).toEqual([number])
  })

  it.each([
    '4539 1488 0343 6468',
    'テストには 4242 4242 4242 4242 を使う',
    '1234 5678 9012 3452',
    '0.4539148803436467',
    'JAN 4901234567894',
    '4539-1488-0343-6467-1',
  ])('leaves %s', (text) => {
    expect(read(findCreditCards, text)).toEqual([])
  })
})

describe('findBankAccounts', () => {
  it.each([
    ['振込先：みずほ銀行 丸の内支店 普通 1234567', '1234567'],
    ['三井住友銀行 本店 当座預金 口座番号：７６５４３２１', '７６５４３２１'],
    ['ゆうちょ銀行 記号 10140 番号 12345671', '10140 番号 12345671'],
    ['Bank of Shutten, account number: 00123456', '00123456'],
    ['IBAN GB82 WEST 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 32'],
  ])('%s', (text, number) => {
    expect(read(findBankAccounts, text)).toEqual([number])
  })

  it.each([
    '普通 1234567 円の品',
    '銀行の口座番号は7桁です',
    'GB83 WEST 1234 5698 7654 32',
    'account number 5 of the list',
    '記号 A 番号 12',
  ])('leaves %s', (text) => {
    expect(read(findBankAccounts, text)).toEqual([])
  })
})

describe('findPostalAddresses', () => {
  it.each([
    ['東京都千代田区霞が関2-1-2 に移転', ['霞が関2-1-2']],
    ['住所：〒100-8926　東京都千代田区霞が関二丁目１番２号', ['霞が関二丁目１番２号', '〒100-8926']],
    ['本社は大阪府大阪市北区梅田3丁目1番3号です', ['梅田3丁目1番3号']],
    ['所在地　那覇市泉崎1-2-2', ['泉崎1-2-2']],
    ['1-2-3 Kanda, Chiyoda-ku, Tokyo', ['1-2-3 Kanda, Chiyoda-ku']],
    ['742 Evergreen Ave, Springfield, IL 62704', ['742 Evergreen Ave, Springfield, IL 62704']],
  ])('%s', (text, addresses) => {
    expect(read(findPostalAddresses, text)).toEqual(addresses)
  })

  it.each([
    '東京都千代田区に本社がある。',
    '横浜市は2024-01-01に発表した。',
    '港区の人口は約26万人、世帯は1-2人が多い。',
    '東京都港区の3つの町',
  ])('leaves %s', (text) => {
    expect(read(findPostalAddresses, text)).toEqual([])
  })
})
