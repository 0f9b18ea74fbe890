import { foldText } from '@shutten/text'

/** How far into a sentence its subject may begin, characters after folding. */
const latestSubject = 12

/** Folding joins Latin words, so that only these scripts tell where a word goes on. */
const scripts = [/\p{Script=Han}/u, /[\p{Script=Katakana}ー]/u]

/** The name is the end of a longer word (継続|事前学習), or one of several told together (創発と|均質化). */
function isPartOfMore(before: string, name: string): boolean {
  const last = before.at(-1)
  const first = name.at(0)
  if (!last || !first) return false
  return /[とや・]/.test(last) || scripts.some((script) => script.test(last) && script.test(first))
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 「Xとは…」「…であるXは」, "X is a …": a sentence that says what one of the subjects is. */
export function defines(sentence: string, subjects: readonly string[]): boolean {
  const folded = foldText(sentence)
  return subjects.some((subject) => {
    const name = foldText(subject)
    const places = (pattern: string) =>
      [
        ...folded.matchAll(
          new RegExp(
            pattern.replace('NAME', () => `(?<name>${escapePattern(name)})`),
            'dgu',
          ),
        ),
      ].some((match) => {
        const at = match.indices?.groups?.name?.[0] ?? 0
        return !isPartOfMore(folded.slice(0, at), name)
      })
    if (places('(?:である|という)「?NAME」?(?:は|が|、)')) return true
    if (places('NAME」?(?:と呼|と称|といい|という|と言い|と名付)')) return true
    if (places('(?:called|knownas|referredtoas|termed)(?:the)?["“]?NAME')) return true
    const at = folded.indexOf(name)
    if (at < 0 || at > latestSubject || isPartOfMore(folded.slice(0, at), name)) return false
    const rest = folded.slice(at + name.length, at + name.length + 90)
    return (
      /^([(（][^)）]*[)）])?」?(とは|は、|は)/.test(rest) || /^([(][^)]*[)])?,?(is|are|was|were|refersto)/.test(rest)
    )
  })
}
