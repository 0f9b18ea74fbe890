import type { GuardRule } from './guard-rule.js'

const minors =
  /児童|小学生|中学生|高校生|女子高生|男子高生|幼女|幼児|乳児|園児|未成年|子供|子ども|こども|ロリ|ショタ|女児|男児|少女|少年|(?<![a-z])(?:jk|jc|js)(?![a-z])|(?<!\d)(?:\d|1[0-7])歳(?:の|児)|\b(?:child(?:ren)?|minors?|underage|under[- ]age|toddlers?|infants?|pre-?teens?|teen(?:age[rd]?)?s?|kids?|school ?(?:girl|boy)s?|little (?:girl|boy)s?|loli(?:con)?|shota(?:con)?|(?:\d|1[0-7])[- ]year[- ]olds?)\b/u
const sexual =
  /ポルノ|いやらし|淫ら|卑猥|セクシー|性的な?(?:関係|目的)|体の関係|肉体関係|性的(?:な)?(?:画像|動画|小説|描写|シーン|行為|写真|文章|話|ストーリー|内容|会話|興味|に(?:描|誘))|エロ|わいせつ|猥褻|裸|ヌード|セックス|性行為|性交|官能|盗撮|隠し撮り|着替え(?:を|の)|下着(?:姿|の?写真|画像|を盗)|パパ活|援助交際|\b(?:sexy|porn(?:ography|ographic)?|nudes?|naked|sexual(?:ly|i[sz]ed)?|sex|erotic(?:a)?|explicit|csam|lewd|seduce|groom(?:ing)?|molest|undress(?:ed|ing)?|hentai)\b/u
const requests =
  /どこ(?:に|で)[^。]{0,4}(?:ある|あり|見)|集めたい|なりたい|付き合|売って|ください|下さい|見たい|見せて|探し|ダウンロード|入手|手に入|書いて|作って|作成して|生成して|描いて|描写して|教えて|欲しい|ほしい|送って|送らせ|誘(?:う|い)(?:方法|方|たい)|会う方法|したい|撮(?:る方法|りたい)|見られるサイト|方法|サイトを|\b(?:pictures?|photos?|videos?|images?|pics|csam|convince|links?|stor(?:y|ies)|meet|find|write|generate|create|download\w*|show|get|draw|describe|send|share|want|need|make|how (?:to|do i|can i)|where|story about|roleplay|looking for|give me)\b/u
const concern =
  /法律|禁止法|禁止|防止|対策|被害|犯罪|保護|規制|性教育|相談|統計|条約|罰則|処罰|逮捕|事件|支援|守る|防ぐ|予防|フィルタリング|何年|いつ|\b(?:law|laws|legal|illegal|prevent\w*|report(?:ing)?|victims?|statistics?|sex(?:ual)? education|convention|protect\w*|crime|abuse survivors?|safeguard\w*|penalt\w+|stop|detect\w*|warning signs?)\b/u

export const sexualMinorsRule: GuardRule = {
  category: 'sexual-minors',
  matches: (text, { isStrict }) =>
    (/\bcsam\b|(?:child|kiddie|preteen) porn/u.test(text) ? requests.test(text) && !concern.test(text) : false) ||
    (minors.test(text) && sexual.test(text) && (isStrict || (requests.test(text) && !concern.test(text)))),
}
