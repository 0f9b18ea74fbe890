import { type PlainLine, sentenceEnd } from './find-plain-lines.js'

/** Columns (a Japanese character counts two) of the longest line that is taken for a heading. */
const maxColumns = 60
const maxWords = 12

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const numbered =
  /^(?:第\s*[0-9０-９一二三四五六七八九十百]+\s*[章節部編条回話]|\d{1,2}(?:\.\d{1,2})+\.?\s|Chapter\s+\d|[■◆▼□◇])/u
// Sentences that lost their full stop: polite endings, quotations, requests.
const unfinished =
  /(?:です|ます|でした|ました|ません|ください|でしょう|だろう|である|のだ|という|による|とのこと)$|[、,，;；」』）)\]”"’—-]$/u
const keyValue = /[:：=→|｜\t]|https?:|www\.|\S@\S/u
const onlyFigures = /^[\p{N}\p{P}\p{S}\s年月日時分秒曜月火水木金土日午前後頃現在]+$/u

/**
 * Decides with caution whether a line of plain text is a heading: short, no sentence, no `key: value`, no date,
 * nothing unfinished before it, and running text after it. A heading that is missed costs a heading path;
 * a sentence taken for one would be lost to the passages.
 */
export function isPlainHeading(options: {
  line: PlainLine
  previous: PlainLine | null
  next: PlainLine | null
}): boolean {
  const { line, previous, next } = options
  if (!next || line.listLevel !== null || !hasHeadingShape(line.text)) return false
  // A question may be a heading where nothing else is possible: it stands apart, and an answer follows.
  if (sentenceEnd.test(line.text) && !(/[?？]$/u.test(line.text) && line.isApart && isRunningText(next))) return false
  if (previous && !line.isApart && !sentenceEnd.test(previous.text) && !isCaption(previous)) return false
  if (numbered.test(line.text)) return true
  return next.listLevel === null && isRunningText(next) && measure(next.text) > measure(line.text)
}

function hasHeadingShape(text: string): boolean {
  if (!/\p{L}/u.test(text) || measure(text) > maxColumns) return false
  if (/[。．]/u.test(text) || keyValue.test(text) || unfinished.test(text) || onlyFigures.test(text)) return false
  return japanese.test(text) || isLatinHeading(text)
}

/** A short line that ends in a noun: it may stand before a heading, where a line that ends in a particle goes on. */
function isCaption(line: PlainLine): boolean {
  return line.listLevel === null && hasHeadingShape(line.text) && !/\p{Script=Hiragana}$/u.test(line.text)
}

/** A paragraph: it ends as a sentence, or is longer than any heading. */
function isRunningText(line: PlainLine): boolean {
  return /[。．.!！?？]/u.test(line.text)
    ? sentenceEnd.test(line.text) || measure(line.text) > maxColumns
    : measure(line.text) > maxColumns * 1.5
}

function isLatinHeading(text: string): boolean {
  return /^[\p{Lu}\p{N}"“'‘(]/u.test(text) && text.split(/\s+/u).length <= maxWords
}

function measure(text: string): number {
  let columns = 0
  for (const character of text) columns += (character.codePointAt(0) as number) >= 0x1100 ? 2 : 1
  return columns
}
