import type { Answer, Aside, Generation } from '@shutten/core'
import type { AnswerRequest } from '../answer/answer-request.js'
import type { AnswererParts } from '../answer/answerer-parts.js'
import { samplePassages } from '../suggest/sample-passages.js'
import { spread } from '../suggest/spread.js'
import { suggestFromGeneration } from '../suggest/suggest-from-generation.js'
import { asideText } from './aside-text.js'

const suggestionsShown = 3
const titlesShown = 4
/** Passages looked at for titles: more than are shown, since one article has many. */
const passagesLookedAt = 200

/** The answer to a message that asks nothing of the sources. It is not drawn from them, and cites nothing. */
export function answerAside(options: {
  parts: Pick<AnswererParts, 'embedder' | 'writer'>
  request: AnswerRequest
  kind: Aside['kind']
}): Answer {
  const { parts, request, kind } = options
  const { generation } = request
  const { language } = request.question
  const isOver = kind === 'thanks' || kind === 'farewell'
  const suggestions = isOver ? [] : suggestFromGeneration({ generation, language, count: suggestionsShown })
  const facts = {
    documents: generation.manifest.counts.documents,
    titles: kind === 'sources' ? findTitles(generation) : [],
    writer: parts.writer?.id ?? null,
  }
  return {
    question: request.asked,
    status: 'answered',
    language,
    answer: asideText({ kind, language, facts }),
    confidence: 1,
    sentences: [],
    citations: [],
    aside: { kind, ...(suggestions.length > 0 && { suggestions }) },
    model: { generator: 'aside', embedder: parts.embedder.id, reranker: null },
    generation: generation.id,
    conversationId: request.conversationId,
    timings: { total: performance.now() - request.started },
  }
}

/** Titles of articles spread over the generation. */
function findTitles(generation: Generation): string[] {
  const passages = samplePassages({ generation, count: passagesLookedAt })
  return spread([...new Set(passages.map(({ title }) => title.trim()))].filter(Boolean), titlesShown)
}
