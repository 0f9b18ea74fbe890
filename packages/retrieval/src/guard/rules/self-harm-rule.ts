import type { GuardRule } from './guard-rule.js'

const patterns = [
  /死にたい|しにたい|タヒにたい|消えたい|消えてしまいたい|いなくなりたい|自殺したい|自死したい|自殺しよう|死のうと(?:思|考え)|死ぬしかない|生きて(?:い)?たくない|生き(?:る|ている|てる)(?:の|こと)が(?:つらい|辛い|しんどい|嫌|いや)|生きる意味が(?:ない|わから)|終わりにしたい(?=[。！!？?]?$)|人生を?(?:終わらせ|終えた|やめた)(?:たい|い)|命を(?:絶ち|断ち)たい|この世から(?:消え|いなくな)|(?<![a-z])od ?したい|もう生き(?:られ|たく|て(?:い)?けない)|楽に死|苦しまずに死|苦しくない死に方|痛くない死に方|楽な死に方|確実に死(?:ね|ぬ)|自殺(?:の|する)?(?:方法|やり方|手段|の仕方|手順)(?!で)|死ぬ(?:ための)?方法|死に方を?(?:教え|知り)|リストカット(?:したい|の(?:方法|やり方))|自傷(?:したい|行為の(?:方法|やり方)|する方法)|首を?(?:つ|吊)(?:り(?:たい|方|自殺)|る方法)|飛び降り(?:たい|る場所|自殺の)|練炭[^。]{0,8}(?:方法|やり方|手順)|(?:何錠|どれだけ|どのくらい|何mg)[^。]{0,14}(?:飲めば|飲んだら)[^。]{0,6}死|オーバードーズ(?:したい|のやり方|の方法|する方法)|自分を傷つけ(?:たい|る方法)|私を?殺して|死んでもいい(?:かな|よね|です|や)|死んだ(?:ほう|方)が(?:まし|いい|楽)|死ね(?:たら|れば)(?:いい|楽)|飛び降り(?:る|た)(?:なら|場所|ビル|のに)|手首[^。]{0,4}切(?:り(?:方|たい)|る方法|る(?:に|と))|生まれて(?:こ|来)なければ|誰(?:も|にも)[^。]{0,8}必要とされ|もう(?:疲れた|限界)[^。]{0,12}(?:死|消え|終わ|いなく)/u,
  /\b(?:i|i'm|im|i am|i've)\b.{0,40}\b(?:want(?:ed|ing)?|wanna|wish|going|planning|plan|ready|thinking (?:of|about)|feel like|decided)\b.{0,14}\b(?:to die|die|dying|dead|kill(?:ing)? myself|end(?:ing)? (?:my life|it all)|hurt(?:ing)? myself|harm(?:ing)? myself|cut(?:ting)? myself|disappear(?:ing)? forever|suicide|not (?:be )?alive)\b/u,
  /\b(?:way|ways) to end it all\b|\bbleed out\b|\b(?:thinking|thoughts) (?:about|of) (?:suicide|killing myself|ending (?:it|my life))\b|\bsuicidal\b|\b(?:kill|hang|drown|starve|poison|cut) myself\b|\bend my (?:own )?life\b|\b(?:painless|easiest|quickest|fastest|best|easy|effective|reliable|least painful)\b.{0,14}\b(?:ways?|methods?|means)\b.{0,14}\b(?:die|dying|suicide|kill (?:myself|yourself|oneself)|end (?:my|your|one's) life)\b|\bhow (?:to|do i|can i|could i|should i)\b.{0,24}\b(?:commit suicide|suicide|self[- ]harm|overdose|slit my wrists|tie a noose)\b|\bhow many\b.{0,40}\b(?:to die|kill me|lethal|to overdose|would it take to die)\b|\bsuicide methods?\b|\b(?:don't|do not|no longer) want to (?:live|be alive|exist|go on)\b|\bno reason to (?:live|go on)\b|\bi (?:should|could|might|may|would rather|'d rather) (?:just )?(?:die|be dead|not exist)\b|\b(?:no ?body|no one) would (?:miss|notice|care)\b.{0,20}\b(?:gone|died|dead|disappeared|me)\b|\bbetter off (?:dead|without me)\b|\b(?:lethal|deadli\w+|fatal)\b.{0,10}\b(?:dose|amount|overdose)s? (?:of|for)\b|\blife is (?:pointless|meaningless|not worth)\b/u,
]
/** Of a work, or of someone else who is to be helped. */
const elsewhere =
  /(?:曲|小説|作品|映画|歌詞|著|作者|題名|台詞|せりふ|名言|主人公|詩|漫画|ドラマ)|(?:防止|予防|対策|防ぐ|自殺率|統計|兆候|サイン|相談窓口)|(?:人|友人|友達|家族|部下|子ども|子供|生徒|患者|相談者|社員|同僚|相手|利用者)(?:が|から|に)[^。]{0,24}(?:と(?:言|訴え|話|相談|打ち明け)|(?:場合|とき|時))|\b(?:suicidal behaviou?r|song|novel|film|movie|poem|book|character|prevent\w*|statistics?|rates?|warning signs?|my (?:friend|colleague|student|patient|son|daughter)|someone|patients?|hamlet)\b/u

export const selfHarmRule: GuardRule = {
  category: 'self-harm',
  matches: (text, { isStrict }) =>
    patterns.some((pattern) => pattern.test(text)) && (isStrict || !elsewhere.test(text)),
}
