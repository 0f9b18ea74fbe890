import { asksAbout } from './asks-about.js'
import { asksHowToMake } from './asks-how-to-make.js'
import type { GuardRule } from './guard-rule.js'
import { isRequest } from './is-request.js'

const drugs = [
  /覚醒剤|覚せい剤|メタンフェタミン|アンフェタミン|シャブ|ヘロイン|コカイン|(?<![a-z])(?:lsd|mdma|thc|ghb|pcp|dmt)(?![a-z])|エクスタシー(?:錠|を)|大麻|マリファナ|ハシシ|フェンタニル|危険ドラッグ|脱法(?:ハーブ|ドラッグ)|麻薬|ケタミン|合成カンナビノイド|マジックマッシュルーム|違法薬物|(?<!医)薬物(?=[^。]{0,10}(?:隠|ごまか|検査|売|買))|違法ドラッグ|アヘン|阿片|モルヒネ|デートレイプドラッグ|睡眠薬(?=[^。]{0,12}(?:飲み物|混ぜ|盛))/u,
  /\b(?:meth|methamphetamine|amphetamine|crystal meth|heroin|cocaine|crack cocaine|lsd|mdma|ecstasy pills?|cannabis|marijuana|weed|hashish|fentanyl|ghb|ketamine|pcp|dmt|magic mushrooms?|psilocybin|opium|morphine|ecstasy|molly|synthetic cannabinoids?|illegal drugs?|date[- ]rape drugs?|designer drugs?)\b/u,
]
const dealing =
  /(?:栽培(?:方法|したい|する(?:方法|には)|の(?:仕方|やり方))|育て(?:方|たい|る方法)|買(?:い方|いたい|える(?:場所|サイト|店)|う方法)|手に入(?:れ(?:る(?:に|方法|場所)|たい)|る(?:場所|店))|売人|ディーラー|どこ(?:へ|に|で)[^。]{0,6}(?:行けば|買え|売って)|購入(?:方法|したい|する方法|できる(?:場所|サイト))|入手(?:方法|したい|する(?:方法|には)|先|経路を教)|売りさば|売(?:る方法|りたい|り方)|密輸(?:する(?:方法|には)|したい|方法)|持ち込(?:む方法|みたい)|隠(?:す方法|し方)|バレず|ばれず|検査を?(?:すり抜け|逃れ|ごまか|パス)|混ぜ(?:る方法|たい))|\b(?:(?:how|where) (?:to|do|can|could) (?:i|you|we|one)?.{0,12}(?:buy|get|score|sell|smuggle|grow|cultivate|hide|obtain|deal|order|find)|how to (?:buy|get|sell|smuggle|grow|cultivate|hide|obtain|deal|pass|beat|order)|want to (?:buy|sell|smuggle|grow|get)|pass a drug test|beat a drug test|dealers?|plug|hook me up|lab (?:at|in)|set up a .{0,20}lab|meth lab|dark ?web|spike (?:a|her|his|someone'?s?) drink)\b/u

const actions =
  /作|製造|合成|精製|抽出|栽培|育て|買|購入|注文|入手|手に入|売|運|密輸|持ち込|隠|ごまか|すり抜け|混ぜ|盛|バレ|ばれ|\b(?:mak|cook|synthesi|extract|grow|cultivat|buy|order|purchas|get|score|sell|deal|smuggl|hid(?:e|ing)|mix|spik|prepar|brew|darknet|dark web)\w*/u

export const illegalDrugsRule: GuardRule = {
  category: 'illegal-drugs',
  matches(text, { isStrict }) {
    if (!drugs.some((pattern) => pattern.test(text))) return false
    const asks = dealing.test(text) || asksHowToMake(text) || (actions.test(text) && isRequest(text))
    // "Where" asks for a place to buy.
    return asks && (isStrict || !asksAbout(text.replace(/\bwhere\b|どこで|違法|illegal|合法|legal/gu, '')))
  },
}
