import type { GuardRule } from './guard-rule.js'

const hidden =
  '(?:システム ?(?:プロンプト|指示)|初期(?:プロンプト|指示|設定)|(?:隠し|隠された|秘密の|裏の|裏側の)(?:プロンプト|指示|設定|ルール|命令)|内部(?:の)?(?:プロンプト|指示|ルール|設定)|(?:あなた|君|お前|貴方|きみ|おまえ)(?:の|に与えられた|へ(?:の)?|が受けた|に対する|が従っている)[^。]{0,12}(?:指示(?:文|書|内容)?|命令|プロンプト|ルール|設定|制約|ガイドライン|指令)|(?:最初|冒頭|一番上|この上|上記|これより前|ここまで|会話の(?:最初|先頭))の?(?:に書かれた|にある)?(?:指示|メッセージ|プロンプト|テキスト|命令)(?:文|内容)?|開発者(?:から|の)(?:の)?(?:指示|メッセージ))'
const told =
  '(?:表示|出力|見せ|教え|開示|公開|書き出|繰り返|復唱|貼り|コピペ|コピー|翻訳|要約|引用|漏ら|漏洩|暴露|プリント|リスト|列挙|述べ|言っ|話し|答え|明かし|晒|説明し|エンコード|英訳|和訳|知りたい|そのまま|全文|一字一句|見たい|print|show|reveal|何と書|何て書|何が書|なんて書)'
const undone = '(?:無視|忘れ|破棄|解除|従わな|取り消|リセット|捨て|上書き|無効に|なかったこと|考慮し?ない|スキップ)'
const patterns = [
  new RegExp(
    `${hidden}(?:の(?:全文|内容|中身|原文|一部|すべて|全て|テキスト))?(?:を|は|が|について|に(?:は)?|と|、|って)?[^。]{0,14}${told}`,
    'u',
  ),
  new RegExp(
    `(?:これまで|これ以前|以前|今まで|上記|前述|先ほど|直前|元|本来|すべて|全て|全部|あらゆる|与えられた|既存|他|安全)(?:の|に与えられた|に受けた|、)?[^。]{0,16}(?:指示|命令|ルール|規則|制約|制限|プロンプト|ガイドライン|設定|フィルタ[ー]?)[^。]{0,8}${undone}`,
    'u',
  ),
  /(?:指示|命令|ルール|規則|制約|制限|設定)(?:は|を|など|なんか)(?:全部|すべて|全て|もう|いったん)?(?:無視|忘れ|破棄|捨て|なかったこと)[^。]{0,4}(?:て|し)[^。]{0,14}(?:答え|回答|話|教え|自由|ください|くれ|しろ)/u,
  /(?:開発者|デバッグ|管理者|メンテナンス|脱獄|ジェイルブレイク|dan|root|ルート|無制限|制限解除)(?: ?モード|権限)[^。]{0,12}(?:切り替え|で(?:動作|答え|回答|実行)|有効|入っ|入れ|なっ|として|移行|起動|オン)|(?:制限|検閲|フィルター|倫理|ルール)(?:の|が|に縛られ)?(?:ない|ず)[^。]{0,4}(?:ai|アシスタント|モデル|キャラ|存在)[^。]{0,10}(?:と|に|を)|あなたは(?:今から|これから|もう|今後|以後)[^。]{0,40}(?:です|だ。|になり|となり|として|を演じ)|(?:ハッカー|悪の|邪悪な|無検閲|脱獄した)[^。]{0,12}(?:として|になりきって|を演じて|のふりをして)/u,
  /(?:あなた|サーバー?|このシステム|このボット|このサービス|この(?:サイト|アプリ)|君|お前|自分)の[^。]{0,12}(?:api ?キー|apikey|シークレット|秘密鍵|環境変数|アクセストークン|認証情報|パスワード|設定ファイル|ソースコード)[^。]{0,12}(?:表示|出力|見せ|教え|開示|公開|書き出|列挙|漏ら|貼|何|は[?？]?$)|環境変数(?:の(?:値|中身|一覧))?を[^。]{0,8}(?:表示|出力|見せて|列挙|書き出)|(?:shutten|openai|anthropic|google)_[a-z_]*key/u,
  /\b(?:ignore|disregard|forget|override|bypass|discard|do not follow|don't follow|stop following|drop|skip)\b.{0,30}\b(?:all|any|the|your|previous|prior|above|earlier|preceding|these|those|every|system|safety)\b.{0,24}\b(?:instructions?|prompts?|rules?|directives?|guidelines?|restrictions?|constraints?|programming|policies|policy|filters?|messages?)\b/u,
  /\b(?:print|show|reveal|repeat|output|display|tell me|give me|share|leak|dump|write(?: out| down)?|recite|translate|summari[sz]e|quote|copy|paste|echo|expose|disclose|list|spell(?: out)?|encode|what (?:is|are|was|were)|what's|let me see|i want to see|post)\b.{0,30}\b(?:your|the|its|this (?:assistant|bot|chatbot|model|system)'s)\b.{0,6}\b(?:(?:full|exact|entire|complete|original|current|own|very|whole) )?(?:system|initial|hidden|secret|internal|developer|underlying|confidential|pre-?)[- ]?(?:prompts?|instructions?|messages?|rules|guidelines|directives?|configuration)\b/u,
  /\b(?:your|the) (?:exact |full |original |entire |given |own )?(?:instructions|prompt|guidelines|rules|directives)\b.{0,20}\b(?:verbatim|word for word|above|in full|you (?:were|have been|are) (?:given|told|following))|\b(?:repeat|print|output|copy|show|echo|translate|recite)\b.{0,20}\b(?:everything|all|the (?:text|words|content|message|instructions)|what is)\b.{0,12}\b(?:above|before this|preceding|up to (?:here|this))\b|\bwhat (?:are|were) (?:your|the) (?:exact |original |initial )?(?:instructions|system instructions|prompt|directives)\b/u,
  /\b(?:initiali[sz]ation|initial|system|hidden|secret|preamble|setup) (?:text|prompt|message|instructions?|block)\b.{0,30}\b(?:code block|verbatim|output|print|json|base64|here)\b|\b(?:output|print|show|give|dump)\b.{0,16}\byour (?:initiali[sz]ation|initial|system|hidden|secret|preamble|setup|configuration|config|keys?)\b|\b(?:forget|ignore|disregard) (?:everything|all|what) (?:you|that|i|they)\b|\bi am your (?:developer|creator|admin\w*|owner|maker)\b|「システム」と書かれた|\b(?:rules?|restrictions?|guidelines?|filters?|policies|safety) (?:do not|don't|does not|no longer|doesn't) apply\b|\b(?:hidden|secret|invisible) (?:text|prompt|message|instructions?|context)\b.{0,30}\b(?:you (?:were|have been|are|got)|given|before|above)\b|\bwhat (?:did|do|have) (?:the|your) (?:developers?|creators?|makers?|authors?|operators?|admins?)\b.{0,16}\b(?:tell|told|say|said|instruct\w*|write|written|ask)\b.{0,8}\byou\b|\bwhat were you (?:told|instructed|given)\b/u,
  /\b(?:you are now|from now on,? you|act as|pretend (?:to be|you are|you're)|roleplay as|become|behave (?:as|like)|switch to|enter|enable|activate|you're now)\b.{0,30}\b(?:dan|do anything now|jailbroken|unrestricted|unfiltered|uncensored|evil|no (?:restrictions|rules|limits|filters?)|without (?:any )?(?:restrictions|rules|limits|filters?|ethics)|developer mode|debug mode|admin mode|god mode|sudo|root access|maintenance mode|hacker)\b/u,
  /\b(?:print|show|reveal|tell|give|what (?:is|are)|what's|list|dump|leak|output|share|send)\b.{0,24}\b(?:your|the server'?s?|this (?:server|system|bot|service)'?s?)\b.{0,16}\b(?:api[ _-]?keys?|secret keys?|secrets|environment variables?|env vars?|credentials|access tokens?|private keys?|passwords?|source code|config(?:uration)? files?)\b/u,
]
/** Questions about the matter: what an article on attacks tells. */
const about =
  /とは(?:何|なん|どの|、|[?？]|$)|攻撃|手口|対策|防ぐ|仕組み|事例|論文|研究|種類|効果|書き方|設計|\b(?:attacks?|prevent\w*|defen[cs]e|defend\w*|research|papers?|examples? of|how does|why|mitigat\w+|best practices?)\b/u

export const promptExtractionRule: GuardRule = {
  category: 'prompt-extraction',
  matches: (text, { isStrict }) => patterns.some((pattern) => pattern.test(text)) && (isStrict || !about.test(text)),
}
