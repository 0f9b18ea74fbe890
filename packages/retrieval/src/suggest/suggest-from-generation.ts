import type { Generation, Language } from '@shutten/core'
import { findDefinitions } from './find-definitions.js'
import { phraseDefinition } from './phrase-question.js'
import { spread } from './spread.js'

/** Questions that a generation answers: what an article defines in its first sentence. Spread over the articles. */
export function suggestFromGeneration(options: {
  generation: Generation
  language: Language
  count: number
}): string[] {
  const { language, count } = options
  const questions = findDefinitions(options).flatMap(
    ({ title }) => phraseDefinition({ subject: title, language }) ?? [],
  )
  return spread(questions, count)
}
