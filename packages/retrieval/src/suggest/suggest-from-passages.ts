import type { GenerationPassage, Language } from '@shutten/core'
import { foldText } from '@shutten/text'
import { splitPassage } from '../answer/split-passage.js'

/** 「Xとは、…」 and "X is a …" at the beginning of a sentence: it answers what X is. */
const japanese =
  /^[「『“]?([^「」『』“”、。，．（）()\s][^「」『』“”、。，．（）()]{0,23}?)[」』”]?(?:[（(][^）)]{1,60}[）)])?とは[、,]?(?!い[えっ]|限ら|異な|違|別|言え|思|考え|何)/u
const english =
  /^(?:The |An? )?([A-Z][\p{L}\p{N}.·’' -]{1,40}?)(?: \([^)]{1,60}\))? (?:is|are|refers to) (?:an?|the)\b/u
const points =
  /^(これ|それ|この|その|ここ|そこ|It|This|That|They|These|There|He|She|We)\b|^(これ|それ|この|その|ここ|そこ)/

/** 「受賞したことは」 is no 「受賞したこ」 とは. */
const clause = /[がをにへ]|(?:した|する|いる|ある|れる)|[こひもあ]$/
const japaneseLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Questions that the given passages answer: what a sentence of theirs defines. In the passages' order, each once.
 *
 * @param options.count at most that many
 */
export function suggestFromPassages(options: {
  passages: readonly GenerationPassage[]
  language: Language
  count: number
}): string[] {
  const { passages, language, count } = options
  const subjects = new Map<string, string>()
  for (const passage of passages)
    for (const { start, end } of splitPassage(passage.text)) {
      if (subjects.size >= count) break
      const sentence = passage.text.slice(start, end)
      const subject = (passage.language === 'ja' ? japanese : english).exec(sentence)?.[1]?.trim()
      if (
        subject &&
        !points.test(subject) &&
        !clause.test(subject) &&
        (language === 'ja' || !japaneseLetters.test(subject))
      )
        subjects.set(foldText(subject), subject)
    }
  return [...subjects.values()].map((subject) =>
    language === 'ja' ? `${subject}とは何ですか？` : `What is ${subject}?`,
  )
}
