import type { GuardRule } from './guard-rule.js'
import { isRequest } from './is-request.js'

const groups =
  '(?:民族|人種|外国人|ユダヤ人|黒人|白人|アジア人|在日|朝鮮人|韓国人|中国人|日本人|ベトナム人|クルド人|ロマ|アイヌ|部落|同性愛者|ゲイ|レズビアン|トランスジェンダー|lgbtq?|イスラム教徒|ムスリム|キリスト教徒|障害者|女性?|男性|移民|難民|高齢者|老人)'
const english =
  '(?:jews?|jewish people|blacks?|black people|africans?|asians?|chinese(?: people)?|koreans?|japanese(?: people)?|mexicans?|muslims?|christians?|gays?|lesbians?|gay people|homosexuals?|trans(?:gender)?(?: people)?|lgbtq?(?: people)?|immigrants?|refugees?|foreigners?|women|disabled people|the disabled|roma|gypsies|whites?|white people|minorities|arabs?|indians?)'
const patterns = [
  new RegExp(
    `${groups}(?:たち|ども|ら)?[^。]{0,16}(?:皆殺しにす(?:べき|る方法)|殺すべき|根絶(?:す(?:べき|る方法)|やしに)|排除(?:すべき|しよう|する方法|する(?:ため|運動の))|追い出(?:そう|すべき|す方法|せと)|消えるべき|生きる価値(?:が|の)?な|劣って(?:いる(?:理由|こと|の(?:は|を))|る)|劣等(?:である|だ|な(?:理由|人種))|下等|害虫|寄生虫|ゴキブリ|クズ|バカ(?:である|な)理由|汚い理由)`,
    'u',
  ),
  new RegExp(
    `${groups}(?:たち|ども|ら)?[^。]{0,20}(?:差別|ヘイト|罵倒|侮辱|侮蔑|中傷|嘲笑|見下|貶め|憎(?:悪|む|い|しみ)|追放|笑いもの|攻撃|馬鹿にす)[^。]{0,16}(?:書い(?:て|た文章を)|作っ(?:て|た)|作成して|考えて|文章を|投稿(?:を|文)|ジョークを|歌詞を|記事を|作文を|小話を|スローガンを|ツイートを|詩を|歌を)[^。]{0,12}(?:ください|下さい|ほしい|欲しい|くれ|教えて|作|書|考え|して|$)`,
    'u',
  ),
  new RegExp(
    `${groups}[^。]{0,8}(?:への|に対する|の)(?:蔑称|差別用語|悪口)[^。]{0,12}(?:一覧|すべて|全部|教えて|挙げ|列挙|並べ|考えて|書いて)`,
    'u',
  ),
  new RegExp(
    `\\b(?:write|create|generate|tell|give|compose|make|draft|post|produce|help me write)\\b.{0,40}\\b(?:racist|racial slurs?|hateful|hate speech|hate[- ]filled|antisemitic|anti-semitic|homophobic|transphobic|islamophobic|xenophobic|sexist|misogynistic|degrading|dehumani[sz]ing|slurs?|insult(?:s|ing)?|mock(?:s|ing)?)\\b.{0,40}\\b(?:${english}|jokes?|posts?|tweets?|speech|essay|slogans?|rant|propaganda|poem|song|message)\\b`,
    'u',
  ),
  new RegExp(
    `\\b${english}\\b.{0,24}\\b(?:are|is) (?:all )?(?:inferior|subhuman|vermin|parasites|animals|stupid|worthless|criminals|disgusting|a disease|less (?:intelligent|human))\\b|\\bwhy (?:are|is) (?:all |the )?${english}\\b.{0,12}\\b(?:inferior|subhuman|vermin|stupid|criminals|lazy|disgusting|dirty|worthless|evil)\\b|\\b(?:exterminate|eradicate|kill all|get rid of all|wipe out|deport all|gas) (?:the |all )?(?:the )?${english}\\b|\\bprove (?:that )?(?:all )?${english} are\\b|\\b(?:list of|list|all the|every|best) (?:racial |ethnic |homophobic )?slurs?\\b`,
    'u',
  ),
  new RegExp(
    `${groups}(?:たち|ども|ら)?は[^。]{0,10}(?:全員|みな|みんな|すべて)?[^。]{0,6}(?:犯罪者|害虫|寄生虫|ゴキブリ|悪魔|劣等|野蛮|クズ|敵)(?:だ|である)(?:と|という|こと)[^。]{0,12}(?:証明|主張|記事|文章|投稿|説明|書|納得)`,
    'u',
  ),
  new RegExp(
    `\\b${english}\\b.{0,12}\\b(?:should|must|deserve to|need to|have to) (?:all )?(?:be (?:wiped out|killed|deported|exterminated|eliminated|removed|enslaved|banned from)|die|disappear|suffer)\\b|\\bjokes?\\b.{0,30}\\b(?:mock|insult|humiliat|making fun of|make fun of|ridicul)\\w*.{0,24}\\b${english}\\b|\\bconvince (?:me|people|everyone) that (?:all )?${english} (?:are|is)\\b|\\b(?:hate|despise|attack|beat up|harass)\\b.{0,10}\\b${english}\\b.{0,20}\\b(?:post|speech|song|slogan|campaign|because)\\b`,
    'u',
  ),
]
const degrading =
  /差別|ヘイト|罵倒|侮辱|侮蔑|中傷|嘲笑|見下|貶め|憎悪|憎(?:む|い|しみ)|劣(?:って|等)|皆殺し|根絶|排除|追い出|蔑称|悪口|害虫|寄生虫|クズ|\b(?:racist|slurs?|hateful|inferior|subhuman|vermin|parasites?|dehumani[sz]\w*|degrad\w+|insult\w*|mock\w*|exterminat\w+|eradicat\w+|against|disgusting|worthless|superior to)\b/u
const writing =
  /書いて|書け|作って|作れ|作成|考えて|論じ(?:る|た)(?:文|エッセイ|作文|記事)|エッセイ|投稿文|替え歌|スローガン|ジョーク|\b(?:write|create|make|compose|generate|draft|design|slogans?|jokes?|memes?|captions?|posts?|songs?|rants?|essays?|poems?|explain why|tell me why|prove|argue)\b/u
const group = new RegExp(`${groups}|\\b${english}\\b|部落出身|(?<![男彼少])女は`, 'u')

const study =
  /歴史|差別(?:を|の)?(?:なく|解消|禁止|防|され)|人権|啓発|法律|対策|事件|いつ|誰|なぜ(?:ナチス|ヒトラー)|虐殺され|迫害され|政策|裁判|解消|禁止|規制|団体|研究|ナチス|ホロコースト|防|\b(?:history|law|nazis?|hitler|holocaust|genocide|when|who|did|counter\w*|prevent\w*|combat|respond to|report|policy|study|studies|banned)\b/u

export const hateRule: GuardRule = {
  category: 'hate',
  matches: (text, { isStrict }) =>
    (patterns.some((pattern) => pattern.test(text)) ||
      (group.test(text) && degrading.test(text) && writing.test(text) && isRequest(text))) &&
    (isStrict || !study.test(text)),
}
