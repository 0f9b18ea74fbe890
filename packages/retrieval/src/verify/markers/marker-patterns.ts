const digits = '[0-9０-９]{1,3}'
/** What models call a passage before its number. Single letters only inside brackets. */
export const sourceWords =
  '(?:出典|資料|文献|参照|参考文献|参考資料|参考|引用元?|根拠|文書|記事|抜粋|情報源|ソース|[Ss]ources?|[Pp]assages?|[Dd]oc(?:ument)?s?|[Rr]ef(?:erence)?s?|[Cc]itations?|[Cc]ontexts?|[Cc]hunks?|SOURCES?|PASSAGES?|DOC)'
const inBrackets = `(?:${sourceWords}|[Cc]ite|ID|id|No|[PSD](?=[\\s:#]?[0-9]))`
const before = '[\\s:：#＃.№番号^]*'
/** 1†source, 4:0†file.md, as some services write it. */
const after = '(?:(?::\\d+)?†[^\\]】\\n]{0,60})?'
const one = `(?:${inBrackets})?${before}${digits}${after}`
// Each takes all the white space there is: shared between two parts it could be split in exponentially many ways.
const and = '(?:(?:\\s*(?:[,，、;；・&/]|and|と|および|及び)\\s*|\\s+)(?!\\s))'
const through = '\\s*[-–—‐〜～~]\\s*(?!\\s)'
const list = `${one}(?:(?:${and}|${through})${one})*`

const open = '(?:\\[{1,2}|［|【|〔|〖)'
const close = '(?:\\]{1,2}|］|】|〕|〗)'
const square = `${open}\\s*\\^?\\s*(?:${list})\\s*${close}\\^?(?:\\((?:#|https?:)[^)\\s]*\\))?`
/** A bare number in round brackets is an enumeration or a year: it takes a word to make it a marker. */
const round = `[(（]\\s*(?:cf\\.?\\s*|see\\s+)?(?:${inBrackets}${before}${digits}${after}(?:(?:${and}|${through})${one})*|${square}(?:${and}?${square})*)\\s*[)）]`
const tags = `<(?<tag>cite|sup|ref|citation|source|c)(?:\\s[^<>]{0,80})?>\\s*[\\[(]?(?:${list})[\\])]?\\s*</\\k<tag>>|<(?:cite|ref|citation|source|passage)\\s[^<>]{0,40}?["']?${digits}["']?\\s*/>`
const superscript = '[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒、·⁻ ]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*'
const note = `※\\s*${digits}(?![\\d.,])`
/** Source: 1 and 出典：[1], as they follow a sentence. */
const named = `[-–—]?\\s*(?<![\\p{L}\\p{N}])${sourceWords}\\s*[:：]\\s*(?:${square}(?:${and}?${square})*|${list}(?=\\s*(?:[.。)）]|$)))`

const bracketed = `${tags}|${square}|${round}`
export const markerPattern = new RegExp(`${bracketed}`, 'gu')
export const superscriptPattern = new RegExp(superscript, 'gu')
export const notePattern = new RegExp(`${note}|${named}[.。]?`, 'gu')
/** 資料1によると、, [1]によれば、 wherever it stands. */
export const attributionPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${square}|${round}|${sourceWords}\\s*${digits})(?:(?:${and})?(?:${square}|${sourceWords}?\\s*${digits}))*\\s*(?:によると|によれば|に基づくと|に基づき|から|では|には)\\s*[、,，]\\s*`,
  'gu',
)
/** According to passage 1, …; Passage 2 states that …; only where the sentence begins. */
export const leadingAttributionPattern = new RegExp(
  `^\\s*(?:(?:according to|as (?:stated|described|noted|mentioned|shown|reported) in|based on|per|from|in)\\s+(?:the\\s+)?(?:${square}|${round}|${sourceWords}\\s*${digits})(?:(?:${and})(?:${square}|${sourceWords}?\\s*${digits}))*\\s*,\\s*|(?:the\\s+)?${sourceWords}\\s*${digits}\\s+(?:states|says|notes|mentions|explains|indicates|shows|reports)\\s+that\\s+)`,
  'iu',
)

const trailing = new RegExp(`^(?:\\s*(?:(?:${bracketed}|${note})[.。]?|${superscript}|${named}[.。]?))+`, 'u')
const keywords = [
  '出典',
  '資料',
  '文献',
  '参照',
  '参考文献',
  '参考資料',
  '引用元',
  '根拠',
  '情報源',
  'source',
  'passage',
  'reference',
  'citation',
  '※',
]

/** Length of the markers, and the white space between them, with which a text begins. */
export function measureMarkers(text: string): number {
  return trailing.exec(text)?.[0].length ?? 0
}

/** May what stands at the end of an unfinished text still become a marker when more of it comes? */
export function mayBecomeMarker(text: string): boolean {
  const rest = text.trimStart().toLowerCase()
  if (rest === '' || rest === '-' || rest === '—') return true
  if (
    /^(?:[[［【〔〖(（][^\]］】〕〗)）\n]{0,60}|<[^>\n]{0,60}|[[［【(（][^\]］】)）\n]{0,40}[\]］】)）]\^?(?:\([^)\n]*)?)$/u.test(
      rest,
    )
  )
    return true
  const word = rest.replace(/^[-–—]\s*/, '')
  return keywords.some(
    (keyword) =>
      keyword.startsWith(word) ||
      (word.startsWith(keyword) &&
        /^s?\s*[:：]?\s*[[［【(（]?[\s\d０-９,、]*[\]］】)）]?$/u.test(word.slice(keyword.length))),
  )
}
