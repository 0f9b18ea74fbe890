import { foldWidth } from '../fold-width.js'

/** A text as a model may read it, with the way back to the text that it was made from. */
export interface DisguisedText {
  reading: string
  /** Offset in the source of a code unit of the reading; `reading.length` leads to the source's end. */
  toSource(at: number): number
}

const ignorable = /\p{Default_Ignorable_Code_Point}+/gu
/** Cyrillic, Greek and Armenian letters that look like Latin ones; one code unit each. */
const lookalikes = new Map(
  [
    ...'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlαaοoρpνvιiτtκkυuєeոnАAВBЕEКKМMНHОOРPСCТTХXІIΑAΒBΕEΗHΙIΚKΜMΝNΟOΡPΤTΧX'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, from, to]) => [from as string, to as string]),
)
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u
const mixedWord = /(?=\p{L}*[a-zA-Z])(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}])\p{L}{2,40}/gu
/** 1gn0re a11 pr3vi0us: figures in the place of letters, read so in the words that attacks are made of only. */
const figuredWord = /(?<![\p{L}\p{N}])(?=[a-z0-9@$]*\d)(?=[a-z0-9@$]*[a-z])[a-z0-9@$]{3,14}(?![\p{L}\p{N}])/giu
const figures: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }
const attackWords =
  /^(?:ignore|disregard|forget|override|bypass|reveal|previous|prior|above|all|every|instructions?|prompts?|rules|system|password|output|obey)$/i

function readFigures(word: string): string {
  const plain = word.replace(/11/g, 'll').replace(/[013457@$]/g, (figure) => figures[figure] ?? figure)
  return attackWords.test(plain) ? plain : word
}

/** I g n o r e; こ れ ま で */
const spacedLetters = /(?<![\p{L}\p{N}])(?:\p{L} {1,2}){4,}\p{L}(?![\p{L}\p{N}])/gu
const spacedJapanese =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。] ){4,}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー。]?/gu

/** Reads through width, characters that show nothing, letters that look alike, and letters set apart. */
export function readDisguised(text: string): DisguisedText {
  let reading = foldWidth(text)
  if (foreign.test(reading))
    reading = reading.replace(mixedWord, (word) => [...word].map((letter) => lookalikes.get(letter) ?? letter).join(''))
  reading = reading.replace(figuredWord, readFigures)
  const cuts: { start: number; end: number }[] = []
  for (const { 0: run, index } of reading.matchAll(ignorable)) cuts.push({ start: index, end: index + run.length })
  for (const pattern of [spacedLetters, spacedJapanese])
    for (const { 0: run, index } of reading.matchAll(pattern))
      for (let at = 1; at < run.length; at++)
        if (run[at] === ' ' && run[at - 1] !== ' ') cuts.push({ start: index + at, end: index + at + 1 })
  if (cuts.length === 0) return { reading, toSource: (at) => at }
  return cut({ text: reading, cuts: cuts.sort((a, b) => a.start - b.start) })
}

function cut(options: { text: string; cuts: readonly { start: number; end: number }[] }): DisguisedText {
  const { text, cuts } = options
  const parts: { reading: number; source: number }[] = [{ reading: 0, source: 0 }]
  let reading = ''
  let from = 0
  for (const { start, end } of cuts) {
    if (end <= from) continue
    reading += text.slice(from, Math.max(from, start))
    from = end
    parts.push({ reading: reading.length, source: from })
  }
  reading += text.slice(from)
  return {
    reading,
    toSource(at) {
      let [low, high] = [0, parts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((parts[middle]?.reading ?? 0) <= at) low = middle
        else high = middle - 1
      }
      const part = parts[low] ?? { reading: 0, source: 0 }
      return part.source + at - part.reading
    },
  }
}
