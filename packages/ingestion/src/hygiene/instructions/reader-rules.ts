import type { InstructionRule } from './instruction-rule.js'

const ai = '(?:(?:生成)?AI|人工知能|言語モデル|モデル|LLM|チャットボット|アシスタント)'
const reader = '(?:AIs?|LLMs?|(?:language )?models?|assistants?|chat ?bots?|agents?|bots?)'
const reading = '(?:reading|grading|reviewing|evaluating|scoring|summari[sz]ing|processing|retrieving|citing|indexing)'

/** What a text does that waits for a model to read it: it takes the reader for one, speaks of its answers, its turns, its tools. */
export const readerRules: readonly InstructionRule[] = [
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: new RegExp(
      `${ai}[がはも](?:この|本|当)?(?:文書|文章|記事|ページ|資料|本文|内容|節|書類|履歴書|論文)?[をに]?[^。\\n]{0,10}(?:要約|参照|引用|回答|処理|評価|審査|採点|紹介)(?:する|した|される|を作成する)(?:場合|際|とき|時)(?:は|に|には)?`,
      'gu',
    ),
    isCommand: true,
    unless: /社員|職員|従業員|担当者|人が|確認すること/u,
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: new RegExp(
      `(?:利用者|ユーザー|質問者|閲覧者)(?:が|から)[^。\\n]{0,40}(?:場合|たら|とき|際)(?:に|には|は)?、?[^。\\n]{0,8}${ai}(?:は|が)`,
      'gu',
    ),
    isCommand: true,
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: new RegExp(
      `(?:この|本)(?:文書|文章|文|記事|ページ|資料|節|書類|応募書類|履歴書|論文)を(?:読む|読んだ|読んでいる|処理する|処理している|評価する|採点する|要約する|参照する|見つけた|根拠にする)${ai}(?:は|が|へ)`,
      'gu',
    ),
    isCommand: true,
  },
  {
    rule: 'addressed-to-model',
    strength: 'weak',
    pattern:
      /(?:この|本)(?:文書|文章|文|記事|ページ|資料|節|指示)を(?:読んだら|読み次第|読んだ場合|見つけたら|参照したら)/gu,
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: new RegExp(
      `(?:^|[.!?\\n]\\s?)(?:any|every|all|the) ${reader} ${reading} (?:this|these|the)\\b[^.\\n]{0,40} (?:must|shall|should|has to|have to|is to|are to)\\b|\\bfor (?:the |all )?(?:AI|LLM)s?(?: \\w+)? only\\s?[:,]|(?:^|[.!?\\n>]\\s?)${reader} readers?\\s?:`,
      'gimu',
    ),
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: new RegExp(
      `(?:<!--|\\[(?:\\/\\/|comment)\\]: ?# ?[("'])\\s*(?:note |message |hint )?(?:to |for )?(?:the )?(?:${reader}|${ai}|回答する${ai})(?: readers?)?(?:へ|は|が)?\\s?[:,、(]`,
      'giu',
    ),
  },
  {
    rule: 'dictated-answer',
    strength: 'strong',
    pattern:
      /\btranslate [^.\n]{0,60},? (?:and )?then (?:obey|execute|carry out|follow|do) (?:it|them|what (?:it|they) says?)\b|\bdecode [^.\n]{0,60}\b(?:and|then) (?:obey|execute|carry out|follow|do) (?:it|them|what (?:it|they) says?)\b|(?:訳|翻訳|復号|デコード)し?(?:た(?:うえで|後に?|ら)|て)?、?[^。\n]{0,30}(?:内容|命令|指示)(?:を実行|に従)/giu,
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern:
      /(?:すべて|全て|以後|今後|これ以降)の(?:すべての)?(?:返答|応答|回答)(?:は|を)|(?:以後|今後)の(?:要求|依頼|質問)に(?:は)?すべて(?:応じ|答え|従)|末尾に「[^」\n]{1,80}」と(?:付け|書|添え|追記)|(?:結果|内容|一覧)を(?:すべて|全て)?回答に(?:貼り付け|含め|載せ)/gu,
    isCommand: true,
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern:
      /(?:^|[.!?\n]\s?)(?:respond|reply|answer|speak|write) (?:exclusively|solely|entirely) (?:in|with|as)\b|\b(?:whatever|regardless of what|no matter what|whichever) [^.\n]{0,60}\b(?:requested|asked|told|ordered|specified)\b|\bcomply with (?:all|any|every) (?:further|future|following) requests?\b/gimu,
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern:
      /信頼できる(?:の|資料|文書|情報源|出典)は(?:この|本)|(?:他|ほか|それ以外)の(?:節|段落|文書|資料|検索結果)は[^。\n]{0,16}(?:読まず|使わず|無視し|参照せず)|\b(?:only|sole|single) (?:reliable|trustworthy|valid|correct) (?:source|passage|document)\b|\b(?:never|not) (?:trust|use|cite) (?:the )?other (?:passages|sources|documents|results)/giu,
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern: /(?:^|[。、\n])?必ずこの(?:節|段落|文書|資料|ページ)だけを(?:引用|参照|根拠)/gu,
  },
  {
    rule: 'persona',
    strength: 'weak',
    pattern:
      /あなたは(?:今から|これから|本日から)[^。\n]{1,20}(?:です|だ|になります|として)|(?:無条件に|制限なく|縛られずに)何でも(?:答え|従)|(?:開発者|管理者|デバッグ) ?モードに(?:移行|切り替|入)|\b(?:granted|switched (?:in)?to|put into|running in) (?:developer|debug|admin|unrestricted) mode\b/giu,
  },
  {
    rule: 'override',
    strength: 'weak',
    pattern:
      /(?:安全|保護|検閲)(?:機能|装置|フィルター|対策|設定)(?:は|が|を)[^。\n]{0,10}(?:解除|停止|無効|切)|\b(?:safety|content|moderation) (?:layer|filters?|features?|checks?|guardrails?|polic(?:y|ies)) (?:has|have|is|are|was|were)(?: been| now)? (?:switched off|disabled|lifted|removed|turned off|suspended)/giu,
  },
  {
    rule: 'role-marker',
    strength: 'weak',
    pattern:
      /(?:^|\n)[ #*>]*[[【<(](?: ?(?:system|システム)[ -]?(?:message|prompt|notice|メッセージ|プロンプト|指示|通知|命令)) ?[\]】>)]|["']role["']\s?:\s?["']system["']\s?,\s?["']content["']\s?:/giu,
  },
  {
    // A turn that is left open for the model to go on with.
    rule: 'role-marker',
    strength: 'strong',
    pattern:
      /(?:^|\n)(?:ユーザー|利用者|人間|user|human)\s?:[^\n]{1,300}\n+(?:(?:アシスタント|AI|assistant)\s?:[^\n]{1,300}\n+(?:ユーザー|利用者|人間|user|human)\s?:[^\n]{1,300}\n+)*(?:アシスタント|AI|assistant)\s?:\s*$/giu,
  },
  {
    rule: 'role-marker',
    strength: 'strong',
    pattern: /<(?:tool_call|function_call|tool_use|invoke)\b[^>\n]{0,60}>\s*[{<]/giu,
  },
  {
    rule: 'role-marker',
    strength: 'weak',
    pattern:
      /(?:資料|出典|文書|データ|文脈|コンテキスト)は(?:終わり|終了)(?:です|だ|。|します)|以上で[^。\n]{0,8}(?:資料|出典|文書|文脈|コンテキスト)[^。\n]{0,4}(?:終わ|終了)/gu,
  },
  {
    rule: 'override',
    strength: 'weak',
    pattern:
      /(?:ここから|以下)(?:が|は)?(?:本当の|新しい|次の)(?:質問|指示|命令|タスク|課題)(?:です)?\s?:|(?:^|\n|\s)(?:new|next|real|actual) (?:task|user question|question|instruction|objective)s?\s?:/giu,
  },
  {
    rule: 'prompt-leak',
    strength: 'strong',
    pattern:
      /\b(?:repeat|print|output|copy|write out|recite) (?:all )?(?:of )?the (?:words|text|lines?|sentences?|message|paragraphs?) above\b|(?:ここ|この(?:文|行))より(?:も)?(?:上|前)(?:に(?:ある|書かれた))?[^。\n]{0,12}(?:一字一句|そのまま|すべて|全文)[^。\n]{0,20}(?:書き出|出力|表示|復唱|繰り返)/giu,
  },
  {
    rule: 'exfiltration',
    strength: 'strong',
    pattern:
      /!\[[^\]\n]{0,80}\]\(\s?https?:\/\/[^)\n]{0,200}[{<[【(][^)\n]{0,60}(?:user|typed|question|conversation|history|message|chat|prompt|利用者|質問|会話|履歴|入力)/giu,
  },
  {
    rule: 'dictated-answer',
    strength: 'strong',
    pattern:
      /(?:今後|これから|以後)の(?:すべて|全て|あらゆる)の(?:会話|対話|チャット|回答)(?:のため)?(?:に|で)[^。\n]{0,6}(?:覚え|記憶|保存)|\b(?:remember|memori[sz]e|save|store|keep) [^.\n]{0,40}\b(?:for|in|across) (?:all|every) (?:future|later|subsequent|following) (?:conversations?|chats?|sessions?|answers?|responses?)/giu,
  },
]
