import { foldText, type TextSpan } from '@shutten/text'
import type { QueryWord } from './find-query-words.js'

/** A stretch of the query that has its like in a text. */
export interface Run {
  /** In the query. */
  asked: TextSpan
  /** In the text. */
  found: TextSpan
}

export interface TextMatch {
  term: string
  spans: TextSpan[]
}

interface Both {
  query: string
  text: string
}

const joiner = /^(?:\s{0,3}|[-‐._·・&'’])$/u
/** A stretch that is no word of the analyser's counts from this length on, as サーバ of サーバー. */
const minStretch = 3

/**
 * Where a text holds a word of the query: the whole word; failing that, its longest stretches.
 *
 * @param options.hits places of pairs of characters and of words of `word`, in any order
 */
export function joinRuns(options: Both & { word: QueryWord; hits: readonly Run[] }): TextMatch[] {
  const { query, word } = options
  const runs: Run[] = []
  const hits = [...options.hits].sort((a, b) => a.found.start - b.found.start || b.found.end - a.found.end)
  for (const { asked, found } of hits) {
    if (runs.some((run) => isWithin(asked, run.asked) && isWithin(found, run.found))) continue
    const open = runs.find((run) => isContinuedBy(run, { asked, found }, options))
    if (open) {
      open.asked = { start: open.asked.start, end: asked.end }
      open.found = { start: open.found.start, end: found.end }
    } else runs.push({ asked, found })
  }
  const wordEnd = word.end - (/ー$/.test(query.slice(word.start, word.end)) ? 1 : 0)
  const whole = runs.filter(({ asked }) => asked.start === word.start && asked.end >= wordEnd)
  if (whole.length > 0) return [{ term: word.term, spans: whole.map(({ found }) => found) }]

  const stretches = runs.flatMap((run) => trimStretch(run, options))
  const matches = new Map<string, TextSpan[]>()
  for (const { asked, found } of stretches) {
    if (stretches.some((other) => isWithin(asked, other.asked) && lengthOf(other.asked) > lengthOf(asked))) continue
    const term = foldText(query.slice(asked.start, asked.end))
    matches.set(term, [...(matches.get(term) ?? []), found])
  }
  return [...matches].map(([term, spans]) => ({ term, spans }))
}

/** Without a gap, as pairs of characters follow each other, or with the same kind of joint in both. */
function isContinuedBy(run: Run, next: Run, { query, text }: Both): boolean {
  const gap = next.asked.start - run.asked.end
  if (next.asked.end <= run.asked.end || next.found.end <= run.found.end) return false
  if (gap <= 0) return gap === next.found.start - run.found.end
  return (
    next.found.start >= run.found.end &&
    joiner.test(query.slice(run.asked.end, next.asked.start)) &&
    joiner.test(text.slice(run.found.end, next.found.start))
  )
}

/** Cut back to the analyser's words that it holds (前学習 → 学習); nothing where too little is left to say anything. */
function trimStretch(run: Run, { query, word }: { query: string; word: QueryWord }): Run[] {
  const known = word.pieces.filter(
    (piece) => piece.kind === 'word' && lengthOf(piece) > 1 && isWithin(piece, run.asked),
  )
  const isAligned = lengthOf(run.asked) === lengthOf(run.found)
  const start = Math.min(...known.map((piece) => piece.start))
  const end = Math.max(...known.map((piece) => piece.end))
  const asked = known.length > 0 && isAligned ? { start, end } : run.asked
  const slice = query.slice(asked.start, asked.end)
  if (!/[^\P{L}\p{Script=Hiragana}]/u.test(slice) || (known.length === 0 && slice.length < minStretch)) return []
  const from = run.found.start + (asked.start - run.asked.start)
  return [{ asked, found: isAligned ? { start: from, end: from + slice.length } : run.found }]
}

function isWithin(inner: TextSpan, outer: TextSpan): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function lengthOf({ start, end }: TextSpan): number {
  return end - start
}
