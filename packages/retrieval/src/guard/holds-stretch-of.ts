const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** True when a stretch of `hidden` of at least `length` letters and digits stands in the text, however it is set. */
export function holdsStretchOf(options: { text: string; hidden: string; length: number }): boolean {
  const { length } = options
  const text = fold(options.text)
  const hidden = fold(options.hidden)
  if (hidden.length <= length) return hidden !== '' && text.includes(hidden)
  for (let at = 0; at + length <= text.length; at++) if (hidden.includes(text.slice(at, at + length))) return true
  return false
}
