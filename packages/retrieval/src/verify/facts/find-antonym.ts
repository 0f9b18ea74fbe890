/** Pairs of which a true paraphrase never has the other: what goes up does not go down. Both languages side by side. */
const pairs: readonly [RegExp, RegExp][] = (
  [
    [
      '増加|増え|増や|増大|上昇|上が|高ま|高め|向上|改善|\\b(?:increas|rose|ris(?:es|ing)|grow|grew|improv|rais)',
      '減少|減り|減っ|減ら|減る|低下|下が|下落|悪化|低く|\\b(?:decreas|fell|fall|declin|drop|reduc|worsen|lower(?:s|ed)\\b)',
    ],
    [
      '上回|超え|優れ|勝っ|勝る|\\b(?:outperform|exceed|surpass|beat|better than)',
      '下回|劣|及ばな|負け|\\b(?:underperform|below|worse than|fall(?:s)? short|inferior)',
    ],
    ['増え|増加|伸び|上回|\\b(?:grew|rose|exceed)', '下回|減っ|減少|減り|届か|\\b(?:shrank|fell|below)'],
    ['速[いくめさ]|高速|素早|\\bfast', '遅[いくめされ]|低速|\\bslow'],
    ['大き[いくなさめ]|大規模|巨大|\\b(?:large|big)', '小さ[いくなさめ]|小規模|\\bsmall'],
    ['最大|最も(?:大き|多)|\\b(?:largest|biggest|maximum)', '最小|最も(?:小さ|少な)|\\b(?:smallest|minimum)'],
    ['多[いくかさ]|豊富|\\b(?:many|more)\\b', '少な[いくかさ]|わずか|\\b(?:few|fewer|less)\\b'],
    ['高[いくさめ]|\\bhigh', '低[いくさめ]|\\blow'],
    ['長[いくさ]|\\blong', '短[いくさ]|\\bshort'],
    ['強[いくみさ]|頑健|\\b(?:strong|robust)', '弱[いくみさ]|\\bweak'],
    [
      '可能|できる|でき(?:ます|た)|\\b(?:can|able to|possible)\\b',
      '不可能|できな|でき(?:ません|ず)|\\b(?:cannot|unable|impossible)\\b',
    ],
    ['必要|要する|\\b(?:requir|need)', '不要|要ら|必要(?:が|は|も)?な|\\b(?:unnecessary|without (?:any|the) need)'],
    ['有料|\\bpaid\\b', '無料|無償|\\bfree of charge'],
    ['成功|\\bsucce', '失敗|\\bfail'],
    ['得意|\\bgood at', '苦手|不得意|\\b(?:bad|poor) at|struggl'],
    ['許可|認め|認可|許[すし]|でき(?:る|ます|た)|可能|\\b(?:permit|allow)', '禁止|禁じ|\\b(?:prohibit|forbid|ban)'],
    [
      '開始|始ま|始め|\\b(?:start|begin|began|launch)',
      '終了|終わ|締め?切|〆切|廃止|中止|取りや|\\b(?:end(?:ed|s)?|discontinu|cancel|stopp)',
    ],
    [
      '利点|長所|強み|\\b(?:advantage|strength|benefit)',
      '欠点|短所|弱み|限界|\\b(?:disadvantage|weakness|drawback|limitation)',
    ],
    ['教師あり|\\bsupervised', '教師なし|\\bunsupervised'],
    ['双方向|両方向|\\bbidirectional', '一方向|単方向|\\bunidirectional'],
    ['軽[いくさ]|軽量|\\blight', '重[いくさ](?!み)|\\bheav'],
    ['入力|\\binput', '出力|\\boutput'],
    ['買収し|\\bacquire', '売却|\\bs(?:old|ell)\\b'],
    ['賛成|\\bsupport', '反対|\\boppos'],
    ['前者|\\bformer\\b', '後者|\\blatter\\b'],
    ['凍結|固定', '更新|再学習'],
    ['[がはもにを]なく(?:な[りるっ]|す)|消え[たる]|\\b(?:disappear|vanish|eliminat)', '残[りるっす]|\\bremain'],
    ['開い[たて]|開か|開館|営業(?!日)|\\bopen', '閉[まじめ]|閉館|休館|休業|休[みむ]|\\bclosed?\\b'],
    ['(?:の|た)後|以後|以降|翌[日年月]|\\bafter\\b', '(?:の|る)前(?!提)|以前|前[日年月]|\\bbefore\\b'],
    ['午前|\\bmorning', '午後|\\bafternoon'],
    ['平日|\\bweekday', '休日|週末|土日|\\bweekend'],
    ['国内|\\bdomestic', '国外|海外|\\b(?:abroad|overseas)'],
    ['男性|\\bmale', '女性|\\bfemale'],
    ['輸入|\\bimport(?!an)', '輸出|\\bexport'],
    ['入社|就任|\\bappointed', '退社|退職|退任|辞任|\\b(?:resign|retire)'],
    ['黒字|\\bprofit', '赤字|\\b(?:deficit|loss(?:es)?\\b)'],
    ['上限|\\bupper limit', '下限|\\blower limit'],
    ['延長|延ば|\\bextend', '短縮|\\bshorten'],
    ['厚[いくさ]|\\bthick', '薄[いくさ]|\\bthin'],
    ['広[いくさ]|\\bwide', '狭[いくさ]|\\bnarrow'],
    ['深[いくさ]|\\bdeep', '浅[いくさ]|\\bshallow'],
    ['暑[いくさ]|\\bhot\\b', '寒[いくさ]|\\bcold\\b'],
    ['近[いく]|\\bnear\\b', '遠[いく]|\\bfar from'],
    ['(?:北|東)(?:側|部|口|端)|\\b(?:north|east)', '(?:南|西)(?:側|部|口|端)|\\b(?:south|west)'],
    ['左[側手の]|\\bleft\\b', '右[側手の]|\\bright (?:side|hand)'],
    ['昨年|前年|\\blast year', '来年|翌年|\\bnext year'],
    ['先月|\\blast month', '来月|翌月|\\bnext month'],
    ['遅く|遅れ|\\blate', '早[いくめ]|\\bearl'],
  ] as const
).map(([a, b]) => [new RegExp(a, 'iu'), new RegExp(b, 'iu')])

/** The first pair of which the answer has one side alone and the source the other alone; null without one. */
export function findAntonym(options: { said: string; held: string }): string | null {
  for (const [a, b] of pairs)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const word = one.exec(options.said)?.[0]
      if (word && !other.test(options.said) && !one.test(options.held) && other.test(options.held)) return word
    }
  return null
}
