/** The code of a sentence that is a fence of it, and the language that the fence names; null for all others. */
export function readCode(text: string): { code: string; language: string } | null {
  const found = /^(?<mark>`{3,})(?<language>[^\s`]*)\n(?<code>[\s\S]*)\n\k<mark>\s*$/u.exec(text)?.groups
  return found ? { code: found.code ?? '', language: found.language ?? '' } : null
}
