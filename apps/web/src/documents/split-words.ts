/** Runs of one script, as a Japanese text is read without a dictionary: the same wherever it is run, so that a page is made alike twice. */
const word =
  /\p{Script=Han}[\p{Script=Han}々]*|[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{M}'’]+|\p{N}+(?:[.,]\p{N}+)*|\n|[^\S\n]+|./gsu

/** The words of a text and what stands between them; joined they are the text. */
export function splitWords(text: string): string[] {
  return text.match(word) ?? []
}
