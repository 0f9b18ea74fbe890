/** Length of a conversation's title in characters (UTF-16 code units). */
const titleLength = 60

/** What opens a request and says nothing of it, in the order in which it stands. */
const openings: readonly RegExp[] = [
  /^(?:すみません|すいません|申し訳ありません|恐れ入りますが?|お忙しいところ|お世話になっております|お世話になります|こんにちは|こんばんは|おはようございます|初めまして|はじめまして)[がけど]*[、。,.!！\s]*/u,
  /^(?:ちょっと|少し|もし)?(?:質問|お聞き|伺い|うかがい|お尋ね|教えて)(?:が|を)?(?:したい|いただきたい|ほしい|欲しい|ある|あり)(?:の|ん)?(?:です|ます)?(?:が|けど)?[、。,.\s]*/u,
  /^(?:hi|hello|hey|excuse me|sorry)\b[,.!\s]+(?:there[,.!\s]+)?/iu,
  /^(?:(?:could|can|would|will) you (?:please )?(?:tell|explain to) me|please (?:tell|explain to) me|(?:i(?:'d| would) like|i want) to know|tell me)(?: about)?\s+/iu,
  /^(?:please|kindly)[,\s]+/iu,
]

/** What closes it. */
const closings: readonly RegExp[] = [
  /(?:[、。\s]*(?:よろしく|宜しく)?お願い(?:いた|致)?します)[。!！\s]*$/u,
  /[、。\s]*(?:ありがとう|有難う)(?:ございます)?[。!！\s]*$/u,
  /(?:について|に関して)?(?:を|も|は)?[、\s]*(?:詳しく|簡単に|わかりやすく|分かりやすく|具体的に)?(?:教えて|説明して|解説して|知らせて|お教え|ご教示|ご説明)(?:いただけ|頂け|もらえ|くれ|くだ|下)?(?:ませんか|ないでしょうか|ますでしょうか|ますか|さいませ|さい|ると(?:助かり|嬉しい|うれしい)(?:ます|です)?|る|い)?(?:でしょうか|か)?[。？?!！\s]*$/u,
  /(?:を|が)?知りたい(?:の?です|んです)?(?:が|けど)?[。!！\s]*$/u,
  /[,\s]*(?:please|thanks|thank you)(?: (?:very much|in advance))?[.!?\s]*$/iu,
]

/** Characters at either end in which words of politeness are looked for: the patterns are not linear in the text's length. */
const margin = 48

/** The title of a conversation: its question in one line, without what is said for politeness. */
export function makeTitle(question: string): string {
  const line = question.replace(/\s+/gu, ' ').trim()
  const opened = openings.reduce(stripStart, line)
  const bare = [...closings, /[、,。.]+$/u].reduce(stripEnd, opened)
  const said = /[\p{L}\p{N}]{2}/u.test(bare) ? bare.charAt(0).toUpperCase() + bare.slice(1) : line
  return said.length <= titleLength ? said : `${cutAt(said)}…`
}

const stripStart = (text: string, pattern: RegExp) =>
  (text.slice(0, margin).replace(pattern, '') + text.slice(margin)).trim()

const stripEnd = (text: string, pattern: RegExp) =>
  (text.slice(0, -margin) + text.slice(-margin).replace(pattern, '')).trim()

/** Never between the two halves of a character. */
function cutAt(text: string): string {
  const cut = text.slice(0, titleLength - 1)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
