import { foldText } from '@shutten/text'

/** 「Xとは…」, "X is a …": a sentence that says what one of the names is. */
export function defines(sentence: string, subjects: readonly string[]): boolean {
  const folded = foldText(sentence)
  return subjects.some((subject) => {
    const at = folded.indexOf(foldText(subject))
    if (at < 0 || at > 12) return false
    const rest = folded.slice(at + foldText(subject).length, at + foldText(subject).length + 90)
    return (
      /^([(（][^)）]*[)）])?」?(とは|は、|は)/.test(rest) || /^([(][^)]*[)])?,?(is|are|was|were|refersto)/.test(rest)
    )
  })
}
