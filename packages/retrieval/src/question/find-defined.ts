const japanese = /(?:とは|って|という(?:の|もの|こと)は|の(?:意味|定義)(?:を|は|って|とは|$))/
const english =
  /^(?:what\s+(?:is|are|was|were)|what's|who\s+(?:is|was)|define|(?:what\s+is\s+)?the\s+definition\s+of|what\s+does)\s+(?:an?\s+|the\s+)?(.+?)(?:\s+mean)?\s*[?.]*$/i
const quoted = /[「『“"]([^「『」』”"]+)[」』”"]$/
/** What may stand before the thing itself: 「論文によく出てくる…」. A word of kana alone is never cut. */
const leadsUp =
  /^.*(?:[はがをに、。\s]|では|でいう|という|における|[聞き見]く|見かける|出てくる|[言いわ]われる)(?=[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}])/u

/** What a definition is asked of, in the longest form and the shortest that its words allow. */
export function findDefined(text: string): string[] {
  const at = japanese.exec(text)
  if (!at) {
    const [, subject] = english.exec(text.trim()) ?? []
    return subject ? [subject] : []
  }
  const before = text.slice(0, at.index).trim()
  const inQuotes = quoted.exec(before)?.[1]
  if (inQuotes) return [inQuotes]
  const phrase = before.replace(leadsUp, '')
  const owned = phrase.split('の').at(-1) ?? ''
  return [...new Set([phrase, owned])].filter((one) => one !== '')
}
