import type { GenerationPassage } from '@shutten/core'

export interface FoundCode {
  passage: GenerationPassage
  /** Offsets into the passage's text. */
  start: number
  end: number
  /** As the source has it, without the indentation that all its lines share. */
  text: string
}

/** Characters besides blanks: what is shorter stands anywhere. */
const leastLength = 4

/** The first passage that holds a piece of code, character for character but for blanks and line breaks; null where none does. */
export function findCode(options: { code: string; passages: readonly GenerationPassage[] }): FoundCode | null {
  const wanted = withoutBlanks(options.code).text
  if (wanted.length < leastLength) return null
  for (const passage of options.passages) {
    const { text, offsets } = withoutBlanks(passage.text)
    const at = text.indexOf(wanted)
    if (at < 0) continue
    const start = offsets[at] as number
    const end = (offsets[at + wanted.length - 1] as number) + 1
    const lineStart = passage.text.lastIndexOf('\n', start) + 1
    const isLineStart = passage.text.slice(lineStart, start).trim() === ''
    return { passage, start, end, text: dedent(passage.text.slice(isLineStart ? lineStart : start, end)) }
  }
  return null
}

function withoutBlanks(text: string): { text: string; offsets: number[] } {
  const offsets: number[] = []
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if (/\s/u.test(character)) continue
    kept += character
    offsets.push(at)
  }
  return { text: kept, offsets }
}

function dedent(text: string): string {
  const lines = text.split(/\r?\n/u)
  const indents = lines.flatMap((line) => (line.trim() === '' ? [] : [/^[ \t]*/u.exec(line)?.[0].length ?? 0]))
  const shared = Math.min(...indents)
  return lines.map((line) => line.slice(shared).trimEnd()).join('\n')
}
