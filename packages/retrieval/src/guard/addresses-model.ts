import { removeInvisible, revealText } from './reveal-text.js'

/** Words that are quoted are told of, not told: 「例えば『以前の指示を無視せよ』と書く攻撃がある。」 */
const quoted = /「[^「」]*」|『[^『』]*』|“[^“”]*”|"[^"\n]*"/gu

const patterns: readonly RegExp[] = [
  // Undoing what was said before.
  /(?:これまで|これ以前|以前|今まで|上記|前述|先ほど|直前|元|本来|すべて|全て|あらゆる|他|ほか)(?:の|に与えられた|に受けた|、)?[^。\n]{0,16}(?:指示|命令|ルール|規則|制約|制限|プロンプト|ガイドライン|設定)[^。\n]{0,8}(?:無視|忘れ|破棄|解除|従わ(?!な(?:い人|かった))|取り消|リセット|上書き|無効)/u,
  /\b(?:ignore|disregard|forget|override|bypass|discard|do not follow|don't follow|stop following)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules?|directives?|guidelines?|restrictions?|constraints?|programming|training|safety|context)\b/iu,
  /忽略|无视|無視(?:之前|以上|所有)|이전(?:의)?[^.]{0,12}지시|지시(?:를|사항을)?[^.]{0,6}무시|\b(?:ignore[zr]|oublie[zr]|ignoriere[n]?|vergiss|vergessen sie|ignora|olvida|ignorar|esque[cç]a|dimentica|игнорируй(?:те)?|забудь(?:те)?)\b[^.]{0,50}(?:instruc|anweisung|regeln|règles|istruzioni|instruç|инструкц|указани)/iu,
  // Speaking to the one who answers.
  /(?:^|[、。\s（(【】])(?:ai|人工知能|アシスタント|言語モデル|チャットボット|回答者|モデル|回答システム|bott?|llm|ボット)(?:アシスタント|モデル)?(?:へ|に告ぐ|の(?:皆|みな)さんへ|に(?:対する|向けた)(?:指示|命令)|は(?:必ず|かならず|今後|今から|次の|以下の|直ち|何も(?:答え|述べ|回答))|は、?[^。\n]{0,60}(?:こと|せよ|ください|下さい|しなさい|しろ|なさい|なければならない|べきである|べきです)(?:[。！!」\s]|$))/iu,
  /\b(?:note|message|attention|instructions?|reminder|notice|memo) (?:to|for) (?:the |all |any )?(?:ai|assistant|language model|llm|chatbot|model|summari[sz]er|bot)\b/iu,
  /\b(?:ai|llm|language model|chatbot|assistant)s?(?: assistants?| models?| agents?)?(?: reading this)?,? (?:[^.\n]{0,60}\b)?(?:must|should|shall|have to|has to|is to|are to|needs? to|please)\b/iu,
  /\b(?:dear|hey|hello|attention,?) (?:ai|assistant|language model|llm|chatbot|model)\b/iu,
  // Making it another.
  /あなたは(?:今から|これから|もう|今後|以後|現在)[^。\n]{0,40}(?:です|だ|になり|となり|として|を演じ)/u,
  /(?:あなたの|君の|お前の)(?:新しい|本当の|真の|唯一の|最優先の)?(?:役割|任務|指示|使命|仕事|名前|システムプロンプト|プロンプト|api ?キー|設定)/iu,
  /\b(?:you are (?:now|no longer|hereby)|from now on,? you|pretend (?:to be|you are)|act as (?:if|an?|the|my|dan)|roleplay as|your new (?:role|task|instructions?|name|persona|goal))\b/iu,
  /(?:開発者|デバッグ|管理者|メンテナンス|脱獄|ジェイルブレイク|dan) ?モード|制限のない(?:ai|アシスタント|モデル)|\b(?:developer|debug|jailbreak|god|maintenance|sudo|dan) mode\b/iu,
  // Saying what the answer has to be.
  /(?:とだけ|とのみ|のみを?|だけを|という(?:文字列|語|言葉|文)を?|と必ず|を必ず|に必ず|を先頭に|を末尾に|の最後に|の冒頭に|の代わりに|をそのまま|一言一句)[^。\n]{0,24}(?:答え|回答|返答|出力|表示|記載|記述|書き|書い|書く|述べ|返し|返す|付け|加え|含め(?!られ)|挿入|繰り返)[^。\n]{0,8}(?:ください|下さい|こと(?=[。！!」\s]|$)|せよ|なさい|しろ|ろ$|いただ|願|くれ|い。|よ。)/u,
  /(?:回答|返答|答え|出力|応答)(?:の(?:中|最後|末尾|冒頭|先頭|際|前|後))?(?:に|には|は|では|として|する際)[^。\n]{0,60}(?:ください|下さい|せよ|しなさい|すること|こと(?=[。！!\s]|$)|なければな|いただけ|お願い|願います|くれ)/u,
  /(?:質問|この問い|利用者|ユーザー|読者|閲覧者|お客様|質問者)(?:を|が|に|には|へ|に対して|から|の)[^。\n]{0,70}(?:伝え|答え|回答|案内|勧め|推奨|紹介|誘導|表示|求め|尋ね|教え|送信|送|入力させ|促|告げ)[^。\n]{0,10}(?:ください|下さい|せよ|しなさい|すること|こと[。\s]|こと$|なければな|べきで|よう指示|ようお願い|いただ|お願い|願います|くれ)/u,
  /\b(?:answer|respond|reply|cite|output|print|say|write|return|repeat|include|append|add|insert|mention|state|begin|start|end|finish|display|show|embed|render|tell)\b[^.\n]{0,60}\b(?:only|exactly|verbatim|instead|following (?:text|word|phrase|sentence|url|link|image|markdown)|in (?:your|every|the|each|all) (?:answers?|responses?|repl(?:y|ies)|output)|to (?:the|every|any|your) (?:answer|response|reply|output|user|reader|question)|(?:your|every|the|each) (?:answers?|responses?|repl(?:y|ies)|output)|forever|no matter what|the user)\b/iu,
  /\b(?:when|if|whenever) (?:you |you are |you're |the user |a user |anyone |someone |users? )?(?:asks?|asked|answering|answer|summari[sz]ing|summari[sz]e|respond(?:ing)?|reply(?:ing)?|questioned)\b[^.\n]{0,80}\b(?:say|answer|reply|respond|tell|state|write|recommend|output|claim|include|mention|use)\b/iu,
  /\b(?:do not|don't|never) (?:answer|mention|cite|reveal|tell|say|use|quote|disclose|refuse)\b[^.\n]{0,60}\b(?:question|user|passages?|sources?|answers?|anyone|instead|this (?:note|instruction|message))\b/iu,
  /(?:答え|回答|返答|返信)(?:は|に(?:は)?|を)[^。\n]{0,40}(?:のみ|だけ)(?:と(?:する|します|し)|です|である|に|を(?:使|書|返|出力))/u,
  /\b(?:only|sole|single|one|correct|official|permitted|allowed|required) (?:permitted |allowed |correct |possible |valid )?(?:answer|response|reply|output)\b|\b(?:single|only the|exact) words?\b[^.\n]{0,40}\b(?:nothing else|only|answer)\b|\b(?:and )?nothing else\b/iu,
  /\b(?:could|would|can|will|shall) (?:you|the (?:kind |dear |helpful )?(?:assistant|ai|model|bot)|it)\b[^.\n]{0,30}\b(?:add|write|say|include|mention|append|answer)\b|\b(?:kind|dear|helpful) (?:assistant|ai|model|bot)\b/iu,
  /(?:ご案内|お伝え|お書き添え|添えて|書き添え)[^。\n]{0,16}(?:いただ|ください|下さい|くださ|幸い|願)/u,
  /(?:皆様|全て|すべて)のai(?:へ|に|は)|(?:ai|アシスタント|モデル)(?:へ|への|に)(?:の)?(?:お願い|指示|命令|通達|連絡|伝言)/iu,
  /\b(?:decode|decrypt|translate|read) (?:this )?(?:sentence |text )?(?:and|then|this|the)[^.\n]{0,40}\b(?:obey|follow|execute|do (?:it|so|a)|act)\b|\bnow do\b|\bobey (?:it|this|them|the (?:following|text|message))\b|(?:復号|解読|翻訳)して[^。\n]{0,10}(?:従|実行)|従ってください/iu,
  /\b(?:confirm|accept|acknowledge)\b[^.\n]{0,20}\bby (?:writing|saying|replying|answering)\b|\b(?:code ?word|pass ?word) to (?:write|say|use)\b|\b(?:second|third|first|finally),? (?:in your answer|say|write|add|never)\b/iu,
  // Asking for what is not its own.
  /(?:システム ?プロンプト|初期プロンプト|内部の?(?:指示|設定)|api ?キー|環境変数|秘密鍵|認証情報|会話(?:の)?履歴|他の(?:文書|資料|出典|記事))[^。\n]{0,20}(?:表示|出力|開示|公開|明かし|明らか|示し|教え|書き出|列挙|送信|貼り|漏ら|転送|復唱|繰り返|要約|翻訳|引用)/iu,
  /\b(?:print|show|reveal|repeat|output|display|leak|dump|recite|translate|summari[sz]e|quote|echo|disclose|expose|list|send|post|encode|spell out)\b[^.\n]{0,40}\b(?:system (?:prompt|message)|(?:your|the|all|initial|hidden|internal|previous|prior) (?:system )?(?:prompts?|instructions?)|api[ _]keys?|secrets?|credentials|environment variables?|conversation(?: history)?|(?:all|other|every|remaining) (?:passages?|documents?|sources?|files?))\b/iu,
  // Tools and turns that are none.
  /\b(?:tool_calls?|function_call|tool_use|<\/?tool|call the (?:tool|function)|invoke the (?:tool|function)|execute (?:the )?(?:following|this) (?:command|code|tool|function))\b|(?:ツール|関数)[^。\n]{0,16}(?:呼び出し|実行|起動)(?:て|せよ|し(?:なさい|ろ)|してください)/iu,
  /^[\s#*>\-–]*(?:system|assistant|human|user|developer|システム|アシスタント|ユーザー|開発者)(?: (?:prompt|message|override|note|update))?\s*[:：]/iu,
  /\b(?:system (?:prompt|override|update|notice|alert)|new (?:system )?instructions?|prompt override|end of (?:passages?|documents?|context|data|input)|begin(?:ning)? of (?:system|new|real))\b|新しい(?:指示|命令)|(?:出典|資料|文書|データ|パッセージ)(?:は)?(?:ここまで|終わり|の終わり|の終端|以上)/iu,
  /(?:永遠に|無限に|際限なく|止まらず|終わりなく|千回|万回|\d{3,}回)[^。\n]{0,30}(?:繰り返|出力|書き続|数え)|\b(?:repeat|keep (?:writing|repeating|printing)|count|write)\b[^.\n]{0,60}\b(?:forever|endlessly|indefinitely|without (?:end|stopping)|never stop|\d{3,} times|to infinity)\b/iu,
  /!\[[^\]]*\]\([^)]*\)|(?:画像|リンク|url)[^。\n]{0,30}(?:埋め込|挿入|貼り|付け|表示)[^。\n]{0,12}(?:ください|下さい|せよ|なさい|こと)/iu,
]

/**
 * True for a sentence of a source that tells whoever answers from it what to do: it is read as any other, but it holds no
 * fact, so no answer rests on it. Words in quotation marks are not looked at. Rules, Japanese and English; a disguise that
 * none of them reads remains a sentence among others, and is verified like them.
 */
export function addressesModel(sentence: string): boolean {
  const text = removeInvisible(sentence, { readTags: true }).normalize('NFKC')
  const plain = text.replace(quoted, '「」')
  const readings = new Set([
    plain,
    revealText(text).replace(quoted, '「」'),
    readLeet(plain),
    toHiragana(plain),
    reverse(plain),
  ])
  return [...readings].some((reading) => patterns.some((pattern) => pattern.test(reading)))
}

const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }

/** 1gn0r3 → ignore: figures within words of Latin letters. */
function readLeet(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])[a-z0-9@$]*(?:[a-z][013457@$]|[013457@$][a-z])[a-z0-9@$]*/giu, (word) =>
    word.replace(/[013457@$]/g, (figure) => leet[figure] ?? figure),
  )
}

/** What was stored backwards, to be turned by a direction mark. */
const reverse = (text: string) => [...text].reverse().join('')

function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}
