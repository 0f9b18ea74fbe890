import type { GenerationPassage } from '@shutten/core'
import { splitSentences } from '@shutten/text'
import { indexNames, type NameIndex } from '../facts/index-names.js'
import { type Facts, readFacts } from '../facts/read-facts.js'

/** One sentence of a passage, or two that follow each other; offsets into the passage's text. */
export interface Stretch {
  passage: GenerationPassage
  start: number
  end: number
  text: string
  /** Index of its first sentence in the passage, and how many there are. */
  first: number
  count: number
  facts: Facts
  names: NameIndex
  /** What tells what the stretch is about: title and headings. */
  context: SourceContext
}

export interface SourceContext {
  facts: Facts
  names: NameIndex
}

export interface SourceText {
  passage: GenerationPassage
  sentences: readonly Stretch[]
  /** Names of the whole passage, its title and headings. */
  names: NameIndex
  /** A sentence and the next one as one; null after the last of a line. */
  join(first: number): Stretch | null
}

/** A passage read for verification; what costs time is read when it is first asked for. */
export function readSource(passage: GenerationPassage): SourceText {
  const spans = splitSentences(passage.text)
  const about = [passage.title, ...passage.headingPath].join('\n')
  const context = readContext(about)
  const joined = new Map<number, Stretch | null>()
  let names: NameIndex | null = null
  let sentences: Stretch[] | null = null
  return {
    passage,
    get sentences() {
      sentences ??= spans.map((_, i) => makeStretch(i, 1))
      return sentences
    },
    get names() {
      names ??= indexNames(`${about}\n${passage.text}`)
      return names
    },
    join(first) {
      const known = joined.get(first)
      if (known !== undefined) return known
      const stretch = isSameLine(first) ? makeStretch(first, 2) : null
      joined.set(first, stretch)
      return stretch
    },
  }

  function isSameLine(first: number): boolean {
    const [one, next] = [spans[first], spans[first + 1]]
    return one !== undefined && next !== undefined && !passage.text.slice(one.end, next.start).includes('\n')
  }

  function makeStretch(first: number, count: number): Stretch {
    const start = spans[first]?.start ?? 0
    const end = spans[first + count - 1]?.end ?? start
    const text = passage.text.slice(start, end)
    let facts: Facts | null = null
    let stretchNames: NameIndex | null = null
    return {
      passage,
      start,
      end,
      text,
      first,
      count,
      get facts() {
        facts ??= readFacts(text)
        return facts
      },
      get names() {
        stretchNames ??= indexNames(text)
        return stretchNames
      },
      context,
    }
  }
}

function readContext(text: string): SourceContext {
  let facts: Facts | null = null
  let names: NameIndex | null = null
  return {
    get facts() {
      facts ??= readFacts(text)
      return facts
    },
    get names() {
      names ??= indexNames(text)
      return names
    },
  }
}
