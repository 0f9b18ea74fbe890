import { findQuantities, foldText } from '@shutten/text'

/**
 * `claim` states something. `connective` states nothing that a source could hold: a greeting, an announcement of what
 * follows, a closing phrase, a question, the asked question said again. `declined` says that the passages hold no answer.
 */
export type SentenceRole = 'claim' | 'connective' | 'declined'

/** Longer than this is no mere turn of phrase, in UTF-16 code units. */
const longestTurn = 90

const assent =
  /^(?:はい|いいえ|ええ|承知(?:しました|いたしました)|かしこまりました|了解(?:です|しました|いたしました)|もちろん(?:です)?|なるほど|わかりました|分かりました|yes|no|sure(?: thing)?|certainly|of course|absolutely|great question|okay|ok|alright|understood|right|thanks?(?: you)?(?: for (?:your|the) question)?)[。．！!、,.\s]*$/iu
const announcement =
  /(?:(?:以下|次|下記|こちら)(?:の?(?:通り|とおり|よう|点|もの|内容|情報|回答|項目)|に|が|は)?[^。]{0,24}(?:です|である|だ|になります|となります|まとめ\p{L}*|示し\p{L}*|挙げ\p{L}*|紹介\p{L}*|説明\p{L}*|回答\p{L}*|答え\p{L}*|述べ\p{L}*|あります)|(?:ご?質問|お問い合わせ)[^。]{0,30}(?:お答え|回答|説明)[^。]{0,10}|(?:について|に関して)[^。]{0,12}(?:お答え|回答|ご?説明|まとめ|解説)(?:し|いたし)ます)[。．]?$/u
const announcementEnglish =
  /^(?:here(?:['’]s| is| are)|below (?:is|are)|the following (?:is|are|list|table|points?)|these are|i(?:['’]ll| will| can)? (?:answer|explain|summarize|help)|let(?:['’]s| us| me) )\b/iu
const basis =
  /^(?:based on|according to|from) (?:the )?(?:provided |given |above )?(?:passages?|sources?|context|documents?|information)(?: provided| given| above)?[,:.]?$|^(?:提供|提示|与えら)[^。、]{0,20}(?:資料|出典|文章|情報)[^。、]{0,12}(?:によると|基づ\p{L}*|もと\p{L}*)[、。：:]?$/iu
const closing =
  /ご不明な点|お気軽に|お知らせください|お尋ねください|お?役に立(?:て|ち)ば?|参考になれば|幸いです|他に(?:も)?(?:ご)?質問|^以上(?:です|になります|となります|が[^。]{0,30}(?:です|になります))|\b(?:let me know|feel free|hope (?:this|that) helps|happy to help|anything else|(?:further|more|other) questions|if you have any)\b/iu
const bareLead =
  /^(?:in (?:summary|conclusion|short|other words)|to summarize|to sum up|overall|note|まとめ(?:ると|ますと)?|要約(?:すると)?|結論(?:として)?|補足|なお|ポイント)[,、:：。.]*$/iu
const spokenQuestion = /^(?:question|質問|q|user|human|ユーザー)\s*[:：]/iu

const declinedJapanese =
  /(?:(?:資料|出典|文章|文書|パッセージ|文脈|提供された\p{L}*|与えられた\p{L}*|提示された\p{L}*)[^。]{0,60}|^[^。]{0,60})(?:(?:記載|記述|言及)[^。]{0,12}(?:ありません|ない|おりません|いません|ませんでした)|(?:情報|説明|答え|回答)[^。]{0,14}(?:含まれ|記され|示され|見つか|あり|書かれ)[^。]{0,8}(?:ません|ない)|見(?:つかり|当たり)ません(?:でした)?|お?答え(?:でき|られ)(?:ません|ない)|回答でき(?:ません|ない)|判断でき(?:ません|ない)|確認でき(?:ません|ない))/u
const declinedEnglish =
  /\b(?:passages?|sources?|(?:provided|given) (?:text|context|information|documents?|articles?)|context)\b[^.]{0,60}\b(?:(?:do|does|did)(?: not|n['’]t)|cannot|can['’]t|is not|are not|isn['’]t|aren['’]t|no)\b[^.]{0,40}\b(?:contain|mention|provide|specify|state|say|include|hold|found|available|answer|give|indicate|information|discuss)|^(?:i['’]m sorry|sorry|i apologi[sz]e|i|we) ?,?[^.]{0,20}\b(?:cannot|can['’]t|could not|couldn['’]t|do not|don['’]t|am unable|['’]m unable)\b/iu

/** What a sentence of a language model is there for. */
export function classifySentence(options: { text: string; question?: string }): SentenceRole {
  const { text, question } = options
  if (!/[\p{L}\p{N}]/u.test(text)) return 'connective'
  if (spokenQuestion.test(text) || (question !== undefined && foldText(text) === foldText(question)))
    return 'connective'
  if (declinedEnglish.test(text) || (declinedJapanese.test(text) && text.length <= 160)) return 'declined'
  if (/[?？]$/u.test(text) || /(?:でしょうか|ますか|ましょうか|ですか)。?$/u.test(text)) return 'connective'
  if (assent.test(text) || basis.test(text) || bareLead.test(text)) return 'connective'
  if (text.length > longestTurn) return 'claim'
  if (/[:：]$/u.test(text) || closing.test(text)) return 'connective'
  const announces = announcement.test(text) || announcementEnglish.test(text)
  return announces && findQuantities(text).length === 0 ? 'connective' : 'claim'
}

const label = /^(?:answer|a|回答|答え|結論|まとめ|response|assistant|アシスタント)\s*[:：]\s*/iu
const chatter =
  /^(?:もちろんです|もちろん|承知しました|わかりました|なるほど|sure|certainly|of course|absolutely|great question)[、,。.!！]\s*(?=\S)/iu
const verdict = /^(?:はい|いいえ|ええ|yes|no)[、,。.!！]\s*(?=\S)/iu
const connector =
  /^(?:また|さらに|そして|なお|一方(?:で)?|つまり|要するに|まとめると|要約すると|結論として|具体的には|ちなみに|したがって|そのため|in summary|in short|in conclusion|overall|additionally|furthermore|moreover|also|finally|specifically|in particular)[、,]\s*/iu

/** A sentence without a label or chatter in front; はい and いいえ stay where the question asks for them. */
export function withoutChatter(text: string, options: { keepsVerdict: boolean }): string {
  const plain = text.replace(label, '').replace(chatter, '')
  const stripped = options.keepsVerdict ? plain : plain.replace(verdict, '')
  return stripped.replace(/^\p{Ll}/u, (letter) => (stripped === text ? letter : letter.toUpperCase()))
}

/** What of a sentence a source can hold: neither はい nor また. */
export function provablePart(text: string): string {
  return text.replace(verdict, '').replace(connector, '')
}
