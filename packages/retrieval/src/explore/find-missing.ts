import type { Generation, GenerationPassage } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'

/** What a question says that the sources do not: words, names and numbers, as they are written in it. */
export interface MissingTerms {
  /** No passage holds them. */
  anywhere: string[]
  /** Some passage does, none of the nearest. */
  nearby: string[]
}

/** Passages that are looked at for one that holds a term: the best by BM25 hold all of its words, where any does. */
const looked = 20

/** The terms of a question that passages do not hold, in any width and case. */
export function findMissing(options: {
  question: Pick<AnalyzedQuestion, 'terms'>
  generation: Pick<Generation, 'lexical' | 'getPassages'>
  nearest: readonly Pick<GenerationPassage, 'title' | 'headingPath' | 'text'>[]
}): MissingTerms {
  const { question, generation, nearest } = options
  const near = nearest.map(textOf)
  const missing: MissingTerms = { anywhere: [], nearby: [] }
  for (const term of question.terms) {
    const folded = foldText(term)
    if (near.some((text) => text.includes(folded))) continue
    const hits = generation.lexical.search({ text: term, k: looked })
    const passages = generation.getPassages(hits.map(({ ordinal }) => ordinal))
    if (passages.some((passage) => textOf(passage).includes(folded))) missing.nearby.push(term)
    else missing.anywhere.push(term)
  }
  return missing
}

const textOf = ({ title, headingPath, text }: Pick<GenerationPassage, 'title' | 'headingPath' | 'text'>) =>
  foldText([title, ...headingPath, text].join('\n'))
