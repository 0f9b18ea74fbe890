import { splitSentences } from '@shutten/text'
import { addressesModel } from './addresses-model.js'

export interface ReadSentence {
  /** Offsets into the text. */
  start: number
  end: number
  /** It tells a model what to do, or stands in a part that only pretends to be a passage. */
  isCommand: boolean
}

/** Our own delimiters have no place in a source: what stands between them was written for a model. */
const fakePart =
  /[<＜]\s*(passages?|system|conversation|question)\b[^<>＜＞]*[>＞][\s\S]*?(?:[<＜]\s*[/／]\s*\1\s*[>＞]|$)/giu

/** The sentences of a passage's text, each with whether it states something or commands. */
export function findCommands(text: string): ReadSentence[] {
  const fakes = [...text.matchAll(fakePart)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return splitSentences(text).map(({ start, end }) => ({
    start,
    end,
    isCommand: fakes.some((fake) => start < fake.end && end > fake.start) || addressesModel(text.slice(start, end)),
  }))
}
