import type { Language } from '@shutten/core'
import type { GuardCategory, GuardMode } from './guard-policy.js'

type Texts = Record<GuardCategory, string>

const ja: Texts = {
  weapons:
    '武器、爆発物や毒物の作り方、人を傷つける計画に関わる依頼と読み取れるため、お答えしません。歴史、法律、安全対策についてのご質問であれば、そのようにお尋ねください。',
  'self-harm':
    'つらいお気持ちを書いてくださり、ありがとうございます。この質問に資料からお答えすることはできませんが、あなたは一人ではありません。いま命の危険があるときは119番へ、話を聞いてほしいときは、よりそいホットライン 0120-279-338（24時間・無料）、#いのちSOS 0120-061-338（無料）、いのちの電話 0120-783-556（無料）にお電話ください。厚生労働省「まもろうよ こころ」のサイトでは、SNSの相談窓口も選べます。',
  malware:
    '不正なプログラムの作成や、他人の機器・アカウントへの侵入に関わる依頼と読み取れるため、お答えしません。仕組み、事例、防御についてのご質問であれば、そのようにお尋ねください。',
  'illegal-drugs':
    '違法薬物の製造、入手や使用に関わる依頼と読み取れるため、お答えしません。作用、法律、治療や相談先についてのご質問であれば、そのようにお尋ねください。',
  'sexual-minors':
    '子どもを性的に扱う内容に関わる依頼と読み取れるため、お答えしません。被害の相談は、警察の「性犯罪被害相談電話」#8103、児童相談所の虐待対応ダイヤル 189 が受け付けています。',
  hate: '特定の属性の人々を貶め、排除をあおる内容に関わる依頼と読み取れるため、お答えしません。差別の歴史、法律、対策についてのご質問であれば、そのようにお尋ねください。',
  'personal-data':
    '本人の同意なく個人の情報を特定し、追跡することに関わる依頼と読み取れるため、お答えしません。ご自分の情報を守る方法についてのご質問であれば、そのようにお尋ねください。',
  'prompt-extraction':
    'この回答の仕組みへの指示を取り出す、または変える依頼と読み取れるため、お答えしません。資料の内容についてお尋ねください。',
  'house-rule': 'このサーバーの管理者が回答の対象外と定めた語を含むため、お答えしません。',
}

const en: Texts = {
  weapons:
    'This reads as a request for how to make weapons, explosives or poisons, or to plan harm to people, so it is not answered. Questions about history, law or safety are welcome when put as such.',
  'self-harm':
    'Thank you for writing how hard it is. The sources cannot answer this, but you are not alone. If your life is in danger now, call your local emergency number (119 in Japan, 112 in Europe, 911 in North America). To talk to someone: in Japan, TELL Lifeline in English 0800-300-8355 or Yorisoi Hotline 0120-279-338 (press 2 for other languages); in the USA and Canada, call or text 988; in the UK and Ireland, Samaritans 116 123; elsewhere, findahelpline.com lists lines by country.',
  malware:
    'This reads as a request to make malicious software or to get into the devices or accounts of others, so it is not answered. Questions about how attacks work, past cases or protection are welcome when put as such.',
  'illegal-drugs':
    'This reads as a request about making, getting or using illegal drugs, so it is not answered. Questions about effects, law, treatment or help are welcome when put as such.',
  'sexual-minors':
    'This reads as a request that treats children sexually, so it is not answered. Abuse can be reported to the police, in Japan also by calling 189 (child guidance) or #8103 (sexual offences).',
  hate: 'This reads as a request for content that degrades people for what they are or calls for their exclusion, so it is not answered. Questions about the history of discrimination, the law or what can be done are welcome when put as such.',
  'personal-data':
    'This reads as a request to find out or track the private data of a person without consent, so it is not answered. Questions about protecting your own data are welcome when put as such.',
  'prompt-extraction':
    'This reads as a request to take out or change the instructions that answers are made by, so it is not answered. Please ask about what the sources say.',
  'house-rule': 'It holds words that the administrator of this server has excluded, so it is not answered.',
}

/** Why a question is not answered, by which policy, and where to turn to; in the question's language. */
export function guardText(options: { category: GuardCategory; mode: GuardMode; language: Language }): string {
  const { category, mode, language } = options
  return language === 'ja'
    ? `${ja[category]}（利用方針: ${category}／${mode}）`
    : `${en[category]} (Policy: ${category}, ${mode}.)`
}
