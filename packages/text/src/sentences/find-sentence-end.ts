import { isHiragana, isJapanese, isLatinOrDigit, isLineEnd, isLowerLatin, isSpace } from './characters.js'
import { isAbbreviation } from './is-abbreviation.js'

const always = new Set('。｡！？!?‼⁇⁈⁉．.')
/** Quotes and brackets that can close after a stop; citation marks [1] are taken as a whole. */
const closing = new Set('」』）)】〉》〕］]｝}｣”’"\'')

/**
 * If a run of stops begins at `at`: where the text goes on after it and what closes after it, and whether it ends the
 * sentence. Null at any other character.
 */
export function findSentenceEnd(options: {
  text: string
  at: number
  sentenceStart: number
}): { isEnd: boolean; next: number } | null {
  const { text, at, sentenceStart } = options
  if (!always.has(text[at] ?? '')) return null
  let stopsEnd = at + 1
  while (always.has(text[stopsEnd] ?? '')) stopsEnd++
  const stops = text.slice(at, stopsEnd)
  let end = stopsEnd
  while (closing.has(text[end] ?? '')) end++
  end += /^(?:\[\d{1,3}\])+/.exec(text.slice(end, end + 40))?.[0].length ?? 0
  let next = end
  while (next < text.length && isSpace(text[next] ?? '') && !isLineEnd(text[next] ?? '')) next++
  const isLast = next >= text.length || isLineEnd(text[next] ?? '')
  const context = { text, at, stopsEnd, end, next, sentenceStart }
  return { isEnd: isLast ? isEndOfLine(context) : isEnd(stops, context), next: end }
}

interface Context {
  text: string
  at: number
  /** After the stops; after what closes behind them; after the white space behind that. */
  stopsEnd: number
  end: number
  next: number
  sentenceStart: number
}

/** The line's end decides for itself, so that an abbreviation there can go on in the next line. */
function isEndOfLine({ text, stopsEnd }: Context): boolean {
  return text[stopsEnd - 1] !== '.'
}

function isEnd(stops: string, context: Context): boolean {
  const { text, at, end, next } = context
  const before = text[at - 1] ?? ''
  const after = text[next] ?? ''
  const isSpaced = next > end
  if (/[。｡]/.test(stops)) return !goesOn(context)
  if (/[！？!?‼⁇⁈⁉]/.test(stops)) {
    if (isSpaced) return !isLowerStart(text, next) && !/yahoo$/i.test(text.slice(Math.max(0, at - 5), at))
    if (end > at + stops.length && !isJapanese(after)) return !isLatinOrDigit(after)
    if (isLatinOrDigit(before) && isFullWidthName(stops, after)) return false
    return isJapanese(before) || isJapanese(after) ? !goesOn(context) : false
  }
  if (/^．+$/.test(stops)) {
    const isListNumber = /^[\d０-９]{1,3}$/.test(text.slice(context.sentenceStart, at).trim())
    return !isListNumber && (isSpaced || isJapanese(after)) && !(isDigit(before) && isDigit(after))
  }
  if (!isSpaced) return isJapanese(before) && isJapanese(after) && stops.length === 1 && !goesOn(context)
  if (isLowerStart(text, next)) return false
  return stops.length > 1 || !isAbbreviation({ text, stop: at, next, sentenceStart: context.sentenceStart })
}

/** Yahoo!ニュース, but not AI?基盤モデル: only the exclamation mark is part of names. */
function isFullWidthName(stops: string, after: string): boolean {
  return /^[!！]$/.test(stops) && /[\p{Script=Katakana}\p{Script=Latin}\p{Nd}]/u.test(after)
}

/** …？と聞いた and …。」と述べた go on; …？ところで does not. */
function goesOn({ text, end, next, stopsEnd }: Context): boolean {
  if (next > end || !isHiragana(text[next] ?? '')) return false
  const ahead = text.slice(next, next + 6)
  if (end > stopsEnd) return continuesAfterQuote(ahead)
  return /^(?:と(?!にかく|ころ|はいえ|もかく|もあれ|りあえ|くに|ても|きに|もに|なり|もだち|し[てま])|って)/.test(ahead)
}

/** After a closing quote, hiragana is a particle unless it is one of the words that begin sentences. */
export function continuesAfterQuote(ahead: string): boolean {
  if (!/^[\p{Script=Hiragana}、，,・。｡．：；:;—…ー〜~]/u.test(ahead)) return false
  return !/^(?:この|その|あの|これ|それ|あれ|ここ|そこ|そし|そん|こう[しい]|しか|また|だが|さら|なお|ただ|つま|いま|もし|まず|やが|すると|ところ|とはいえ|とにかく|たとえ|ある|わたし|ぼく|みな|ひと|いっぽう|おそらく|もちろん|なぜ|どう|だから|ですから|したがって|ちなみに)/.test(
    ahead,
  )
}

/** A lower-case word goes on; a name such as iPhone or eBay can begin a sentence. */
function isLowerStart(text: string, at: number): boolean {
  return isLowerLatin(text[at] ?? '') && !/^\p{Ll}\p{Lu}/u.test(text.slice(at, at + 2))
}

function isDigit(char: string): boolean {
  return /\p{Nd}/u.test(char)
}
