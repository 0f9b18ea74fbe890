export type RevealedPart = { text: string } | { codePoint: string; times: number }

/** What takes no room on a page: format characters, variation selectors, tags, controls but for line ends and tabs. */
const invisible =
  /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\u{fe00}-\u{fe0f}]|[\u{e0000}-\u{e0fff}]|(?![\n\t])\p{Cc}/u

/** A text whose characters that cannot be seen are named by their code points; those that repeat are counted. */
export function revealInvisible(text: string): RevealedPart[] {
  const parts: RevealedPart[] = []
  for (const character of text) {
    const last = parts.at(-1)
    if (!invisible.test(character)) {
      if (last && 'text' in last) last.text += character
      else parts.push({ text: character })
      continue
    }
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    if (last && 'codePoint' in last && last.codePoint === codePoint) last.times++
    else parts.push({ codePoint, times: 1 })
  }
  return parts
}
