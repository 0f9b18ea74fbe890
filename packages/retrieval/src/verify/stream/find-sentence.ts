import { splitSentences } from '@shutten/text'
import { mayBecomeMarker, measureMarkers } from '../markers/marker-patterns.js'

/** A sentence without a stop is cut after so many UTF-16 code units. */
export const longestSentence = 1_200
/** What a decision about a stop looks ahead: a Latin word, or a few Japanese characters. */
const lookahead = 30
const shortLookahead = 10
const stop = /[。｡！？!?‼⁇⁈⁉．.]/u
const openers = '「『（(【〈《〔［[“'
const closers = '」』）)】〉》〕］]”'

/**
 * Where the first sentence of a line ends, its markers included; null while what may still come could change that.
 * However the line arrives, the sentences are the same: only the first `longestSentence` units and what is looked ahead
 * count, and nothing is decided before all of it that matters is there.
 */
export function findSentence(line: string, options: { isWhole: boolean }): number | null {
  const window = line.slice(0, longestSentence + lookahead)
  const isFull = window.length === longestSentence + lookahead
  const isWhole = options.isWhole && window.length === line.length
  if (!isWhole && !isFull && !stop.test(window)) return null
  const first = splitSentences(window)[0]
  if (!first) return options.isWhole ? line.length : null
  let end = first.end
  if (isFull && end > longestSentence) return cutLong(window)
  end += measureMarkers(window.slice(end))
  if (isWhole) return end
  if (isFull) return Math.min(end, window.length)
  const rest = window.slice(end).trimStart()
  return isDecided({ sentence: window.slice(0, first.end), rest }) ? end : null
}

function isDecided({ sentence, rest }: { sentence: string; rest: string }): boolean {
  if (mayBecomeMarker(rest) || hasOpenBracket(sentence) || !/[\p{L}\p{N}]/u.test(rest)) return false
  return /[.．]\P{L}*$/u.test(sentence)
    ? rest.length >= lookahead - 2 || /^\S+\s+\S/u.test(rest)
    : rest.length >= shortLookahead
}

/** A bracket that still may close makes one sentence of what stands in it. */
function hasOpenBracket(sentence: string): boolean {
  const open: string[] = []
  for (const char of sentence) {
    const opener = openers.indexOf(char)
    if (opener >= 0) open.push(closers[opener] ?? '')
    else if (open.length > 0 && closers.includes(char) && open.includes(char)) while (open.pop() !== char);
  }
  return open.length > 0
}

/** After the last clause that fits, else the last word, else anywhere but inside a surrogate pair. */
function cutLong(window: string): number {
  const whole = window.slice(0, longestSentence)
  const clause = Math.max(
    whole.lastIndexOf('、'),
    whole.lastIndexOf('，'),
    whole.lastIndexOf(', '),
    whole.lastIndexOf('; '),
  )
  if (clause > longestSentence / 2) return clause + 1
  const space = whole.lastIndexOf(' ')
  if (space > longestSentence / 2) return space + 1
  return /[\ud800-\udbff]$/.test(whole) ? longestSentence - 1 : longestSentence
}
