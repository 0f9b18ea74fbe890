import type { GuardRule } from './guard-rule.js'
import { isRequest } from './is-request.js'

const person =
  '(?:さん|氏|君|くん|ちゃん|様|先生|元カノ|元カレ|元彼女?|元妻|元夫|彼女|彼氏|彼|妻|夫|上司|同僚|部下|隣人|隣の人|近所の人|あの人|この人|知人|友人|友達|芸能人|アイドル|俳優|女優|声優|youtuber|配信者|投稿者|アカウントの(?:人|持ち主)|ユーザー|他人|誰か|社員|個人|相手|女性|男性|ストーカー|好きな人|クラスメート|被害者|加害者|店員)'
const data =
  '(?:自宅(?:の)?住所|住所|自宅|家の場所|住んでいる(?:場所|所|家)|住まい|電話番号|携帯番号|本名|勤務先|通っている学校|銀行口座|口座番号|クレジットカード(?:の)?番号|マイナンバー|パスワード|位置情報|居場所|現在地|通話履歴|lineの(?:中身|内容|履歴)|メールの(?:中身|内容)|行動履歴|家族構成|個人情報|病歴|診断名|裸の写真|プライベートな写真)'
const digging =
  '(?:特定(?:し(?:て|たい|よう|方)|する(?:方法|手順|には)|の(?:方法|仕方|やり方))|調べ(?:上げ|出)|突き止め|割り出|暴(?:く|き|いて)|晒(?:す|し|して)|盗(?:む|み|める)|盗み見|覗き見|こっそり|勝手に|無断で|本人に(?:知られ|バレ|ばれ|気づかれ)ず|追跡(?:する(?:方法|には)|したい|して)|監視(?:する(?:方法|には)|したい|して)|探り|尾行)'
const patterns = [
  new RegExp(`${person}[^。]{0,16}${data}[^。]{0,20}${digging}`, 'u'),
  new RegExp(`${person}[^。]{0,20}${digging}[^。]{0,20}${data}`, 'u'),
  new RegExp(`${digging}[^。]{0,20}${person}[^。]{0,20}${data}`, 'u'),
  new RegExp(
    `${person}(?:の|が)?[^。]{0,8}(?:スマホ|携帯|車|かばん|鞄)[^。]{0,14}(?:gps|位置|追跡|監視アプリ|盗聴|盗み見)[^。]{0,16}(?:方法|たい|には|仕掛け|付け)`,
    'u',
  ),
  new RegExp(
    `${person}[^。]{0,10}(?:どこに住んで|住んでいる(?:場所|所|家))[^。]{0,10}(?:突き止め|特定|調べ|割り出|探し|暴)`,
    'u',
  ),
  new RegExp(
    `${person}(?:が|に|から)?[^。]{0,10}(?:知られず|気づかれず|バレず|ばれず|こっそり|内緒で)[^。]{0,16}(?:見たい|見る方法|監視|追跡|録音|撮影|調べ|覗)`,
    'u',
  ),
  /(?:写真|顔写真|投稿|ナンバープレート|車のナンバー|アカウント)から[^。]{0,14}(?:本名|住所|自宅|身元|個人|家)を?[^。]{0,6}(?:特定|割り出|突き止め|調べる方法)/u,
  /\bstalk(?:ing)? (?:my|him|her|them|someone|this|that|an? )|\b(?:leak|publish|expose|post|dump)\b.{0,20}\b(?:personal|private) (?:details|information|data|photos|life)\b|\bwho is the (?:person|woman|man|girl|guy) in this (?:photo|picture|video)\b|\b(?:someone(?: else)?'?s?|somebody'?s?|another person'?s?|her|his|their)\b.{0,24}\b(?:records|messages|photos|location|emails)\b.{0,24}\bwithout\b/u,
  /\b(?:find|find out|get|track(?: down)?|look up|dig up|uncover|reveal|leak|stalk|locate|obtain|discover|expose|publish|access|read)\b.{0,40}\b(?:(?:my|his|her|their|someone'?s?|somebody'?s?|a (?:person|woman|man|girl|stranger|celebrity|user|streamer)'?s?|this (?:person|woman|man|girl|user|streamer)'?s?|an? \w+'s|\w+'s)(?: \w+){0,3} )?(?:home address|house|where (?:he|she|they|someone|\w+) lives?|private (?:phone )?number|cell(?:phone)? number|social security number|ssn|credit card (?:number|details)|bank account(?: number)?|private (?:photos?|messages?|texts?)|text messages|live location|real[- ]time location|medical records?|passwords?|real name|browsing history)\b/u,
  /\bdox+(?:ing|ed|x)?\b(?! (?:prevention|protection))|\bwhere does (?:my ex|she|he|this (?:woman|man|girl|streamer|youtuber)|that (?:woman|man|girl)) live\b|\b(?:secretly|without (?:her|him|them|their) knowing|without (?:his|her|their) (?:knowledge|consent))\b.{0,40}\b(?:track|spy|record|monitor|read|phone|location|gps)\b|\b(?:track|spy|record|monitor|read)\b.{0,40}\b(?:secretly|without (?:her|him|them|their) knowing|without (?:his|her|their) (?:knowledge|consent))\b/u,
]
const intimate =
  /(?:同僚|上司|部下|隣人|元カノ|元カレ|元彼女?|元妻|元夫|彼女|彼氏|妻|夫|友人|友達|知人|他人|相手|芸能人|アイドル|女優|俳優|配信者|好きな人|あの人|この人|被害者|店員)(?:の|が)[^。]{0,24}(?:スマホ|携帯|line|dm|メール|住所|自宅|居場所|位置|ロックを解除|パスワード|病歴|口座|予定|行動)|\b(?:my ex|my (?:wife|husband|girlfriend|boyfriend|coworker|colleague|neighbou?r|boss)|this (?:actress|actor|woman|man|girl|celebrity|singer|streamer|idol)|that (?:actress|woman|man|girl)|someone|somebody|celebrit\w+)(?:'s|s)?\b.{0,40}\b(?:address|phone|number|car|location|schedule|works? now|lives?|messages?|photos|whereabouts|tracker|hidden camera)\b|\b(?:address|phone number|whereabouts|location|schedule|tracker|hidden camera)\b.{0,30}\b(?:my ex|my (?:wife|husband|girlfriend|boyfriend|coworker|neighbou?r)|this (?:actress|actor|woman|man|girl|celebrity|singer|streamer)|someone|celebrit\w+)\b/u
const getting =
  /特定|調べ|突き止め|割り出|探|暴|晒|盗|覗|見たい|見る|解除|追跡|監視|尾行|教えて|知りたい|入手|\b(?:find|give|get|track|look up|put|hide|install|read|see|follow|tell|locate|unlock|access)\b/u

/** Asking for someone's number or address in a book of them is a matter of the sources: strict alone refuses it. */
const asked = new RegExp(
  `${person}の[^。]{0,10}${data}[^。]{0,10}(?:教えて|知りたい|は(?:何|どこ)|を?(?:検索|調べ|探し))|\\bwhat is .{0,30}(?:home address|phone number|social security number|salary)\\b`,
  'u',
)
const protection =
  /対策|防ぐ|防止|守る|保護|自分の|私の|わたしの|法律|違法|罰則|被害に|相談|忘れた|再設定|変更|個人情報保護|\b(?:prevent\w*|protect\w*|avoid\w*|my own|my (?:password|bank account|credit card|home address|medical records|ssn|social security number|phone number|browsing history)|reset|forgot(?:ten)?|law|illegal|policy)\b/u

export const personalDataRule: GuardRule = {
  category: 'personal-data',
  matches: (text, { isStrict }) =>
    isStrict
      ? [...patterns, asked].some((pattern) => pattern.test(text))
      : (patterns.some((pattern) => pattern.test(text)) ||
          (intimate.test(text) && getting.test(text) && isRequest(text))) &&
        !protection.test(text),
}
