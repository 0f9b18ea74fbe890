import type { Generation, GenerationPassage, Language } from '@shutten/core'
import { foldText, splitSentences } from '@shutten/text'
import { defines } from '../answer/defines.js'
import { samplePassages } from './sample-passages.js'

/** Passages looked through for definitions, at most. */
const looked = 400
/** A longer title is no name of what it is about. */
const maxTitle = 30

export interface Definition {
  title: string
  passage: GenerationPassage
  /** The sentence that defines; offsets into the passage's text. */
  start: number
  end: number
}

function readDefinition(passage: GenerationPassage): Definition[] {
  if (passage.index !== 0) return []
  const first = splitSentences(passage.text)[0]
  const title = passage.title.trim()
  if (!first || title.length > maxTitle || foldText(title).length < 2) return []
  const { start, end } = first
  return defines(passage.text.slice(start, end), [title]) ? [{ title, passage, start, end }] : []
}

/** Articles whose first sentence says what their title is, those in the given language first; each title once. */
export function findDefinitions(options: { generation: Generation; language: Language }): Definition[] {
  const { generation, language } = options
  const passages = samplePassages({ generation, count: looked })
  const own = passages.filter((passage) => passage.language === language)
  const others = passages.filter((passage) => passage.language !== language)
  const byTitle = new Map<string, Definition>()
  for (const definition of [...own, ...others].flatMap(readDefinition))
    if (!byTitle.has(definition.title)) byTitle.set(definition.title, definition)
  return [...byTitle.values()]
}
