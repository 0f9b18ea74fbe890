import { isLineEnd } from './characters.js'

/** A pair further apart than this holds a passage of its own, whose sentences count (UTF-16 code units). */
const maxDistance = 1000

const closers: Record<string, string> = {
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '【': '】',
  '〈': '〉',
  '《': '》',
  '〔': '〕',
  '［': '］',
  '[': ']',
  '｛': '｝',
  '{': '}',
  '｢': '｣',
  '“': '”',
}
const openers = new Map(Object.entries(closers).map(([open, close]) => [close, open]))

/**
 * The brackets that have a partner on their line, by where they open: opening offset → closing offset. What has no
 * partner is left out, so that a stray bracket protects nothing. Time grows with the text, whatever it nests.
 */
export function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>()
  let open: { char: string; at: number }[] = []
  let counts = new Map<string, number>()
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (isLineEnd(char)) {
      if (open.length > 0) {
        open = []
        counts = new Map()
      }
    } else if (char in closers) {
      open.push({ char, at })
      counts.set(char, (counts.get(char) ?? 0) + 1)
    } else {
      const opener = openers.get(char)
      // Without the count every stray closer would search the whole stack.
      if (opener && (counts.get(opener) ?? 0) > 0) close(opener, at)
    }
  }
  return pairs

  function close(opener: string, at: number) {
    for (let top = open.pop(); top; top = open.pop()) {
      counts.set(top.char, (counts.get(top.char) ?? 1) - 1)
      if (top.char === opener) {
        if (at - top.at <= maxDistance) pairs.set(top.at, at)
        return
      }
    }
  }
}
