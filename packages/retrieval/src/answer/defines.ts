import { foldText } from '@shutten/text'

/** How far into a sentence its subject may begin, characters after folding. */
const latestSubject = 12

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 「Xとは…」「…であるXは」, "X is a …": a sentence that says what one of the subjects is. */
export function defines(sentence: string, subjects: readonly string[]): boolean {
  const folded = foldText(sentence)
  return subjects.some((subject) => {
    const name = foldText(subject)
    if (new RegExp(`(である|という)「?${escapePattern(name)}」?(は|が|、)`).test(folded)) return true
    if (new RegExp(`「?${escapePattern(name)}」?(と呼|と称|といい|という|と言い|と名付)`).test(folded)) return true
    if (new RegExp(`(called|knownas|referredtoas|termed)(the)?["“]?${escapePattern(name)}`).test(folded)) return true
    const at = folded.indexOf(name)
    if (at < 0 || at > latestSubject) return false
    const rest = folded.slice(at + name.length, at + name.length + 90)
    return (
      /^([(（][^)）]*[)）])?」?(とは|は、|は)/.test(rest) || /^([(][^)]*[)])?,?(is|are|was|were|refersto)/.test(rest)
    )
  })
}
