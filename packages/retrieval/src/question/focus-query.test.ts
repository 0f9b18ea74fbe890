import { describe, expect, it } from 'vitest'
import { focusQuery } from './focus-query.js'

describe('focusQuery', () => {
  it.each([
    [
      '週末は家族で山に行ってきました。帰りに寄った温泉がとても良かったです。さて、仕事の話に戻ります。GPT-3のパラメータ数はいくつですか？急ぎではありません。',
      'GPT-3のパラメータ数はいくつですか？',
    ],
    [
      '参加できるかどうか、金曜日までに返事をください。席替えがあって窓側になりました。BERTについて教えてください。助かりました。',
      'BERTについて教えてください。',
    ],
    [
      '昨日は雨でした。会議で拡散モデルという言葉を聞きました。それはいつ登場しましたか？よろしくお願いします。傘は明日お返しします。駅前の店は休みでした。',
      '会議で拡散モデルという言葉を聞きました。それはいつ登場しましたか？',
    ],
    [
      'The weather was lovely last weekend. We went to the lake and had lunch. How many languages can Whisper recognize? Thanks a lot.',
      'How many languages can Whisper recognize?',
    ],
  ])('%s', (query, focused) => {
    expect(focusQuery(query)).toBe(focused)
  })

  it.each([
    'BERTとは何ですか？',
    'LINEでおしゃべりするAIについて知りたい。いつ始まった？',
    'GPT-3は大きい。BERTは小さい。違いは何ですか？どちらが先ですか？',
    '一つ目の文。二つ目の文。三つ目の文。',
    '',
  ])('%j stays whole', (query) => {
    expect(focusQuery(query)).toBe(query)
  })
})
