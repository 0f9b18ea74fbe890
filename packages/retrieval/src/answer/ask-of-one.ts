const which = /どちら|どっち/
const order = /先|早|前|古|新し|後|あと|遅/
/** What happens once, and how it is asked when. */
const events: readonly [RegExp, string][] = [
  [
    /(発表|公開|リリース|設立|創業|創立|開始|登場|発売|完成|導入|制定|開業|開店|誕生|開設|提唱|建設|出版|刊行|放送)/,
    'はいつ$1されましたか？',
  ],
  [/始ま|始め/, 'はいつ始まりましたか？'],
  [/生まれ/, 'はいつ生まれましたか？'],
  [/亡くな|死/, 'はいつ亡くなりましたか？'],
  [/でき|作られ|造られ|建て/, 'はいつできましたか？'],
  [/出た|出て|出ま|世に/, 'はいつ発表されましたか？'],
]
/** The degree and the noun for it, where the question names no measure of its own. */
const degrees: readonly [string, string][] = [
  ['多い', '数'],
  ['多かった', '数'],
  ['少な', '数'],
  ['大き', '大きさ'],
  ['小さ', '大きさ'],
  ['高い', '高さ'],
  ['高く', '高さ'],
  ['高かった', '高さ'],
  ['低', '高さ'],
  ['長', '長さ'],
  ['短', '長さ'],
  ['広', '広さ'],
  ['狭', '広さ'],
  ['速', '速さ'],
  ['遅', '速さ'],
  ['重', '重さ'],
  ['軽', '重さ'],
  ['深', '深さ'],
  ['安', '値段'],
]
const degree = degrees.map(([stem]) => stem).join('|')
const measured = [
  new RegExp(`(?:どちら|どっち)(?:の方|のほう)?(?:が|は|の)、?(.{1,16}?)(?:の方|のほう)?(?:が|は|も)(${degree})`),
  new RegExp(
    `^(?:では|は|で|の|、|，)*(.{1,16}?)(?:の方|のほう)?(?:が|は)(?:より)?(${degree})[^、。]{0,8}(?:どちら|どっち)`,
  ),
]

/** What a comparison in Japanese asks of both, as the rest of a question about one: 「を、速さで比べてください」 is 「の速さは？」. */
export function askOfOne({ before, rest }: { before: string; rest: string }): string {
  if (which.test(rest)) return askWhich(rest)
  // 「使われたGPUの数は、AとBで…」: what is asked was said before them.
  if (/[はが][、,]?\s*$/.test(before)) return 'ではどれくらいですか？'
  return rest
    .replace(/それぞれ|どちらも|ともに/g, '')
    .replace(/^を?[、,]?\s*(.+?)(で|について|に関して)(比べ|比較).*$/, 'の$1は？')
    .replace(
      /^(では|は)[、,]?\s*(.+?)(は|が|に)?どれ(くらい|ぐらい|ほど|だけ)の?(違|異|差).*$/,
      'の$2はどれくらいですか？',
    )
    .replace(/^(では|を|で|は)?(どう|どのように|何が|なにが)(違|異なり|異なる).*$/, 'とは何ですか？')
    .replace(/(が|は|で)?(どう|どのように)(違|異なり|異なる).*$/, 'は？')
    .replace(/(の|における)?(違い|相違|差)(は|が|を|って)?.*$/, 'は？')
    .replace(/^(では|は)[、,]\s*/, 'は')
}

/** Which of two is more, or first: both are asked how much, or when. */
function askWhich(rest: string): string {
  if (order.test(rest)) {
    const event = events.find(([pattern]) => pattern.test(rest))
    if (event) return (event[0].exec(rest)?.[0] ?? '').replace(event[0], event[1])
    if (!measured.some((pattern) => pattern.test(rest))) return 'はいつですか？'
  }
  for (const pattern of measured) {
    const [, measure = '', stem = ''] = pattern.exec(rest) ?? []
    const plain = measure.replace(/^(?:の|は|で|、)+/, '').trim()
    if (!plain || which.test(plain) || /^(?:ほう|方)$/.test(plain)) continue
    const counted = /^[多少]/.test(stem) && !/(数|量|人口|率|高)$/.test(plain) ? `${plain}数` : plain
    return `の${counted}はどれくらいですか？`
  }
  const found = degrees.find(([stem]) =>
    new RegExp(`(?:どちら|どっち)[^、。]{0,10}${stem}|${stem}[^、。]{0,8}(?:どちら|どっち)`).test(rest),
  )
  if (found) return `の${found[1]}はどれくらいですか？`
  return rest
    .replace(/^(?:では|は|で|の|、)*(?:どちら|どっち)(?:の方|のほう)?(?:が|は|の|も)?、?/, 'は')
    .replace(/^、/, 'は')
}
