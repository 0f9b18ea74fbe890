import { asksAbout } from './asks-about.js'
import { asksHowToMake } from './asks-how-to-make.js'
import type { GuardRule } from './guard-rule.js'
import { isRequest } from './is-request.js'

const weapons = [
  /爆弾|爆発物|爆薬|手榴弾|手投げ弾|火炎瓶|パイプ爆|時限爆|即席爆|ダイナマイト|(?<![a-z])(?:tnt|tatp|petn|rdx|anfo|c-?4)(?![a-z0-9])|過酸化アセトン|アンホ爆|ニトログリセリン|起爆装置|雷管|信管|地雷|核兵器|核爆弾|原爆|原子爆弾|水爆|ダーティ.?ボム|高濃縮ウラン|兵器級|化学兵器|生物兵器|毒ガス|神経剤|神経ガス|サリン|vxガス|ノビチョク|マスタードガス|ホスゲン|青酸ガス|塩素ガス|シアン化水素|リシン|炭疽菌|ボツリヌス毒素|天然痘ウイルス|病原体|(?:散弾|拳|小|機関|密造|改造|模造)?銃(?!声|撃|刀|弾痕)|拳銃|ピストル|ライフル|弾薬|実弾|サイレンサー|消音器|毒薬|猛毒|エアガン|青酸|シアン|硫化水素|一酸化炭素/u,
  /\b(?:bombs?|explosives?|grenades?|molotov|napalm|dynamite|tnt|tatp|petn|rdx|anfo|c-?4|thermite|nitroglycerin|detonators?|blasting caps?|land ?mines?|nukes?|nuclear (?:weapons?|bombs?|device)|dirty bomb|weapons?[- ]grade|enriched uranium|chemical weapons?|biological weapons?|bioweapons?|poison gas|nerve (?:agents?|gas)|sarin|vx|novichok|mustard gas|phosgene|chlorine gas|hydrogen cyanide|ricin|anthrax|botulinum|smallpox|pathogens?|ghost guns?|guns?|pistols?|rifles?|firearms?|shotguns?|silencers?|suppressors?|ammunition|full[- ]auto|ied|ar-?15|ak-?47|poisons?|cyanide|thallium)\b/u,
]
const attack =
  /(?:学校|駅|空港|庁舎|ビル|橋|電車|イベント|会場|人混み|水道)[^。]{0,16}(?:爆破|襲撃|襲う|攻撃|テロ|無差別|毒を(?:入れ|混ぜ|まく|撒く))[^。]{0,8}(?:方法|計画|手順|たい|には)|(?:人|上司|妻|夫|相手|他人|誰か)を(?:殺す|殺害する|毒殺する|暗殺する)(?:方法|手順|には|計画)|バレずに(?:殺|毒殺)|\b(?:how (?:to|do i|can i|could i)|help me|plan(?:ning)? (?:to|a)|i want to)\b.{0,30}\b(?:blow up|bomb|shoot up|attack|massacre|poison|murder|assassinate|kill)\b.{0,30}\b(?:school|station|airport|building|bridge|train|event|crowd|church|mosque|synagogue|water supply|people|person|someone|somebody|neighbou?r|wife|husband|boss|coworker)\b/u

const actions =
  /作|造|製|組み立|自作|改造|合成|調合|混ぜ|発生|充満|爆発|起爆|仕掛け|入手|手に入|買|殺|撃|材料|原料|\b(?:mak|build|creat|assembl|construct|synthesi|mix|prepar|produc|manufactur|print|convert|modif|get|buy|obtain|acquir|kill|poison|detonat|set off|hide|smuggl|ingredients|materials|formula|parts|untraceable)\w*/u
const killing =
  /(?:人|誰か|相手|他人|夫|妻|上司|家族)を?(?:殺せ|殺す|殺し|撃て|撃つ|毒殺|刺し殺)|\b(?:kill|poison|murder|shoot|stab|strangle)\b.{0,20}\b(?:a person|people|someone|somebody|him|her|them|my \w+|the neighbou?rs?)\b/u

export const weaponsRule: GuardRule = {
  category: 'weapons',
  matches(text, { isStrict }) {
    if (attack.test(text)) return isStrict || !asksAbout(text.replace(/爆破事件|where|when/gu, ''))
    const asks =
      (killing.test(text) || (weapons.some((pattern) => pattern.test(text)) && actions.test(text))) && isRequest(text)
    if (!asks && !(weapons.some((pattern) => pattern.test(text)) && asksHowToMake(text))) return false
    return isStrict || !asksAbout(text)
  },
}
