import type { Generation, GenerationPassage, Language } from '@shutten/core'
import { foldText, splitSentences } from '@shutten/text'
import { defines } from '../answer/defines.js'
import { samplePassages } from './sample-passages.js'
import { spread } from './spread.js'

/** Passages looked through for definitions, at most. */
const looked = 400

function definedTitle(passage: GenerationPassage): string | null {
  if (passage.index !== 0) return null
  const first = splitSentences(passage.text)[0]
  if (!first) return null
  const sentence = passage.text.slice(first.start, first.end)
  const title = passage.title.trim()
  if (title.length > 30 || foldText(title).length < 2) return null
  return defines(sentence, [title]) ? title : null
}

/** Questions that a generation answers: what an article defines in its first sentence. Spread over the articles. */
export function suggestFromGeneration(options: {
  generation: Generation
  language: Language
  count: number
}): string[] {
  const { generation, language, count } = options
  const passages = samplePassages({ generation, count: looked })
  const own = passages.filter((passage) => passage.language === language)
  const titles = [...new Set([...own, ...passages].map(definedTitle).filter((title) => title !== null))]
  return spread(titles, count).map((title) => (language === 'ja' ? `${title}とは何ですか？` : `What is ${title}?`))
}
