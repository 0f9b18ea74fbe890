import type { Answer, AnswerEvent } from '@shutten/core'
import type { Answerer } from '../answer/create-answerer.js'
import type { Suggester } from './create-suggester.js'

/** Questions that are shown after a greeting or a refusal, at most. */
const shown = 3

/**
 * The answerer whose greetings suggest what was tried and answered, and whose refusals, where the passages nearby answer less
 * than three questions, are filled up with it. Nobody waits: what has been found by then is suggested.
 *
 * @param options.count how many the first page asks for: one search serves both
 */
export function withTriedSuggestions(options: {
  answerer: Answerer
  suggester: Pick<Suggester, 'suggest'>
  count: number
}): Answerer {
  const { answerer, suggester, count } = options
  // Suggestions are an extra: an answer is not lost for them.
  const findTried = (language: Answer['language']) =>
    suggester.suggest({ language, count, patience: 0 }).catch(() => [] as string[])

  const suggest = async (answer: Answer, isNarrowed: boolean): Promise<Answer> => {
    const { aside, refusal, language, question } = answer
    if (aside?.suggestions) {
      const tried = (await findTried(language)).slice(0, shown)
      return tried.length > 0 ? { ...answer, aside: { ...aside, suggestions: tried } } : answer
    }
    // What the whole holds need not be in the part that was asked about.
    if (!refusal || refusal.reason === 'policy' || refusal.reason === 'no-passages' || isNarrowed) return answer
    const near = refusal.suggestions ?? []
    if (near.length >= shown) return answer
    const suggestions = [...new Set([...near, ...(await findTried(language))])]
      .filter((suggestion) => suggestion !== question)
      .slice(0, shown)
    return suggestions.length > 0 ? { ...answer, refusal: { ...refusal, suggestions } } : answer
  }

  return {
    async *ask(request) {
      const isNarrowed = Object.keys(request.filters ?? {}).length > 0
      for await (const event of answerer.ask(request))
        yield event.type === 'done'
          ? { ...event, answer: await suggest(event.answer, isNarrowed) }
          : (event as AnswerEvent)
    },
  }
}
