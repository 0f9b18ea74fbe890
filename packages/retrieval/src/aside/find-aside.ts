import type { Aside } from '@shutten/core'

type AsideKind = Aside['kind']

/** Nothing but these, in any order and number, is small talk: a message that also asks something is a question. */
const atoms: Record<'greeting' | 'thanks' | 'farewell' | 'filler', string[]> = {
  greeting: [
    'おはよう(?:ございます)?',
    'こんにち[はわ]',
    'こんばん[はわ]',
    '(?:はじめ|初め)まして',
    'お疲れ様(?:です)?',
    'お世話に(?:なって(?:い|お)ります|なります)',
    'よろしく(?:ね|お願い(?:します|いたします|致します))?',
    'やあ|もしもし|ハロー',
    'hi|hello|hey|greetings|howdy',
    'good (?:morning|afternoon|evening)',
    'nice to meet you|how are you(?: doing)?(?: today)?',
    '(?:お)?元気(?:です|でした)か?',
  ],
  thanks: [
    '(?:どうも)?(?:ありがとう|有難う|有り難う)(?:ございま(?:す|した))?|どうも|サンキュー|助かり(?:ました|ます)|感謝します',
    '(?:many )?thanks?(?: you)?(?: (?:very|so) much| a lot)?|that helps(?: a lot)?|thx|great|perfect',
    '(?:分|わ)かりました|了解(?:です|しました)?|承知しました|なるほど|ok|okay|got it|i see',
  ],
  farewell: [
    'さようなら|さよなら|またね|また(?:明日|今度|来ます)|では(?:また)?|失礼(?:いた)?します|おやすみ(?:なさい)?',
    '(?:good)?bye(?: ?bye)?|see you(?: later| soon)?|good night',
  ],
  filler: ['there|everyone|shutten(?:さん)?|皆さん|みなさん|ね|よ'],
}

const anyOf = (patterns: readonly string[]) => patterns.map((pattern) => `(?:${pattern})`).join('|')
const whole = new RegExp(`^(?:(?:${anyOf(Object.values(atoms).flat())})\\s*)+$`, 'u')
const holds = (kind: keyof typeof atoms) => new RegExp(`(?:^|\\s|(?<![a-z]))(?:${anyOf(atoms[kind])})(?![a-z])`, 'u')
const kinds = (['farewell', 'thanks', 'greeting'] as const).map((kind) => [kind, holds(kind)] as const)

const you =
  '(?:あなた|きみ|君|おまえ|お前|貴方|shutten|(?:この|こちらの)(?:アプリ|サイト|ボット|サービス|システム|ツール|チャット(?:ボット)?|ai|アシスタント)|ここ)'
const of = '(?:は|って|の|が|で(?:は)?|に(?:は)?|とは)?'
const end = '(?:です|ます|なん|なの|の|ん)*(?:です)?(?:か|の)?'
const told = '(?:を)?(?:教えて|説明して)(?:ください|下さい|くれ(?:る|ます|ませんか)?)?'

/** The assistant is named, so it is meant also where something else is talked about. */
const named: Record<'assistant' | 'sources', string[]> = {
  assistant: [
    `${you}${of}(?:いったい|一体)?(?:誰|だれ|何者|何|なに|なん|どんな(?:もの|ai|サービス))(?:という(?:もの|名前))?${end}`,
    `${you}${of}(?:お)?名前(?:は|(?:は|って)(?:何|なん|なに)(?:というん|という)?${end}|${told})`,
    `${you}${of}(?:何|なに|どんなこと)[がをは]?(?:でき(?:る|ます)|し(?:てくれ(?:る|ます)|ます)|する)${end}`,
    `${you}${of}(?:できること|使い方|使いかた)(?:は|(?:は)?(?:何|なん)${end}|${told})?`,
    `${you}${of}(?:どう(?:やって|いう仕組みで|いうふうに)?|どのように(?:して)?)(?:答え|回答し?|動い|使(?:え|い)|調べ|動作し)[ばて]?(?:い(?:る|ます)|る|ます|いい|よい|う|えばいい)?${end}`,
    `${you}${of}(?:人間|人|ロボット|ai|ボット|chatgpt|gpt|llm|本物)${end}`,
    `${you}${of}(?:どの|どんな|何の)(?:モデル|ai|llm)(?:を|で)(?:使って|動いて|利用して)(?:い(?:る|ます)|る|ます)${end}`,
    `${you}${of}(?:信用|信頼)(?:できる|できます|していい|してもいい)${end}`,
    '(?:who|what) are you(?: exactly)?',
    "what(?:'s| is) your name",
    'what (?:can|do) you do(?: for me)?|how can you help(?: me)?',
    'how do you (?:work|answer(?: questions)?|find (?:the )?answers)|how does this (?:work|app work|site work)',
    'how (?:do|can|should) i use (?:you|this|this app|shutten)',
    'are you (?:an? )?(?:ai|human|person|robot|bot|chatbot|real|chatgpt|gpt|llm)(?: person)?|am i talking to (?:an? )?(?:human|ai|bot|robot|person)',
    '(?:which|what) (?:model|ai|llm) (?:are you(?: using| based on)?|do you use)|can i trust you',
    'what is shutten|tell me about (?:yourself|shutten)|(?:please )?introduce yourself',
    '自己紹介(?:を)?(?:して|お願い(?:します)?)(?:ください|下さい)?',
  ],
  sources: [
    `${you}${of}(?:どんな|どういう|どの(?:ような)?|何の|なんの)(?:こと|質問|記事|資料|文書|話題|テーマ|内容)(?:を|が|に|について|に関して)?(?:知って(?:い)?(?:る|ます)|答え(?:られ|て(?:くれ)?)?(?:る|ます)|聞け(?:る|ます)|あ(?:る|ります)|読(?:める|めます)|登録されて(?:い)?(?:る|ます))${end}`,
    `${you}${of}(?:何|なに)(?:を|について|に関して)(?:知って(?:い)?(?:る|ます)|答え(?:られ|て(?:くれ)?)?(?:る|ます)|聞け(?:る|ます)|聞いたら(?:いい|良い)|質問でき(?:る|ます))${end}`,
    'what (?:do you know|can you answer|can you tell me)(?: about)?|what do you know about',
    'what (?:can|should|may) i ask(?: you)?(?: about)?',
    '(?:what|which) (?:sources|articles|documents)(?: do you (?:have|know|use)| can you (?:read|search)| are you (?:using|based on))',
  ],
}

/** Without a name they lean on what was said: the assistant is meant only at the beginning. */
const opening: Record<'assistant' | 'sources', string[]> = {
  assistant: [
    `(?:何|なに|どんなこと)が(?:でき(?:る|ます))${end}`,
    `(?:お)?名前(?:は|${told})|(?:お)?名前は(?:何|なん)(?:というん|という)?${end}`,
    'help|ヘルプ|使い方|使い方を教えて(?:ください)?',
  ],
  sources: [
    `(?:何|なに)(?:を|について)(?:聞け|質問すれ)ば(?:いい|良い|よい)${end}`,
    `(?:何|なに|どんな(?:こと|質問))[をがに](?:聞け(?:る|ます)|聞いて(?:も)?(?:いい|良い|よい)|質問でき(?:る|ます)|答え(?:られ|て(?:くれ)?)(?:る|ます))${end}`,
    `(?:どんな|どういう|何の|どの(?:ような)?)(?:記事|資料|文書|出典|ソース)(?:が|を|は)(?:あ(?:る|ります)|登録されて(?:い)?(?:る|ます)|入って(?:い)?(?:る|ます)|使って(?:い)?(?:る|ます)|調べられ(?:る|ます))${end}`,
    `登録(?:され(?:て(?:い)?る|た)|済みの?)(?:記事|資料|文書|出典)(?:一覧|の一覧)?(?:は|${told}|を見せて(?:ください)?)?`,
    '(?:what|which) (?:sources|articles|documents) (?:are (?:there|in here|available|loaded)|is this based on)',
    'list (?:the |all |your )?(?:sources|articles|documents)',
  ],
}

const toWhole = (patterns: readonly string[]) => new RegExp(`^(?:${anyOf(patterns)})$`, 'u')
const namedForms = { assistant: toWhole(named.assistant), sources: toWhole(named.sources) }
const openingForms = { assistant: toWhole(opening.assistant), sources: toWhole(opening.sources) }
const lead = new RegExp(`^(?:(?:${anyOf([...atoms.greeting, ...atoms.thanks, ...atoms.filler])})(?![a-z])\\s*)+`, 'u')

/**
 * What a message is that asks nothing of the sources: a greeting, thanks, a farewell, a question about the assistant or
 * about which sources there are. Null for every other one, also where one of these stands in front of a question.
 *
 * @param options.isFirst nothing was said before: a question without a subject is then about the assistant
 */
export function findAside(options: { question: string; isFirst: boolean }): AsideKind | null {
  const { question, isFirst } = options
  const text = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:[\p{P}\p{S}\p{Extended_Pictographic}\s]|\u{fe0f})+/gu, (run) => (run.includes("'") ? "'" : ' '))
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    )
    .trim()
  if (text === '' || text.length > 80) return null
  if (whole.test(text)) return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? null
  const asked = [text, text.replace(lead, '')]
  const fits = (form: RegExp) => asked.some((words) => form.test(words))
  for (const kind of ['assistant', 'sources'] as const)
    if (fits(namedForms[kind]) || (isFirst && fits(openingForms[kind]))) return kind
  return null
}
