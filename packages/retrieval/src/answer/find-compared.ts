import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'

/** One side of a comparison as it is asked: "GatorTronの最大モデル", with the name in it. */
export interface ComparedSide {
  name: string
  phrase: string
}

export interface Compared {
  sides: [ComparedSide, ComparedSide]
  /** What stands before and after both of them. */
  before: string
  rest: string
}

const joins = /(?:と|や|か|、|,|より|，|\band|\bor|\bvs\.?|\bversus|\bwith|\bfrom|\bthan|&)\s*(?:the\s+|an?\s+)?$/i
/** What of a side stands behind its name: の最大モデル, ら, さん. */
const owned = /^(?:ら|氏|さん|社)?(?:の[^をがはで、]{1,24})?$/
const ownedBySecond = /^(?:ら|氏|さん|社)?(?:の[^をはがで、，]{1,24}?)?(?=を|では|は|で、|で[^は、]|が|、|，)/

/** The two things that a comparison names beside one another. Null where it does not. */
export function findCompared({ text, language, names, terms }: AnalyzedQuestion): Compared | null {
  const isJapanese = language === 'ja'
  return pairIn(text, names, isJapanese) ?? (isJapanese ? pairIn(text, terms, isJapanese) : null)
}

function pairIn(text: string, names: readonly string[], isJapanese: boolean): Compared | null {
  let from = 0
  const placed = names.flatMap((name) => {
    const at = text.indexOf(name, from)
    if (at < 0) return []
    from = at + name.length
    return [{ name, at, end: from }]
  })
  for (const [i, first] of placed.entries()) {
    const second = placed[i + 1]
    if (!second || foldText(first.name) === foldText(second.name)) continue
    const between = text.slice(first.end, second.at).replace(/\s+$/, ' ')
    const join = joins.exec(between)
    if (!join) continue
    const behind = between.slice(0, join.index)
    if (isJapanese ? !owned.test(behind) : behind.trim() !== '' && !/^[,\s\w-]{0,24}$/.test(behind)) continue
    const tail = text.slice(second.end)
    // With と比べて one side only is asked about, by the measure of the other.
    if (/^(?:に比べ|と比べ|に対し|より)/.test(tail)) continue
    const also = isJapanese && behind !== '' ? (ownedBySecond.exec(tail)?.[0] ?? '') : ''
    return {
      sides: [
        { name: first.name, phrase: first.name + (isJapanese ? behind : '') },
        { name: second.name, phrase: second.name + also },
      ],
      before: text.slice(0, first.at),
      rest: tail.slice(also.length),
    }
  }
  return null
}
