import { type Answer, type AnswerEvent, type AnswerSentence, type Citation, isShuttenError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { makeStoppedAnswer } from './make-stopped-answer.js'

/** An answer in the making that `stop` ends with what has come, where a sentence has; `signal` ends it with CANCELLED. */
export async function* answerUntilStopped(options: {
  ask: (ended: AbortSignal) => AsyncIterable<AnswerEvent>
  question: string
  conversationId: string | null
  identify: (() => Promise<Pick<Answer, 'model' | 'generation'>>) | undefined
  stop: AbortSignal | undefined
  signal: AbortSignal | undefined
}): AsyncGenerator<AnswerEvent, void, undefined> {
  const { question, conversationId, identify, stop, signal } = options
  const started = performance.now()
  const sentences: AnswerSentence[] = []
  const citations = new Map<number, Citation>()
  try {
    const ended = [stop, signal].filter((given) => given !== undefined)
    for await (const event of options.ask(AbortSignal.any(ended))) {
      if (event.type === 'sentence') {
        sentences.push(event.sentence)
        for (const citation of event.citations) citations.set(citation.number, citation)
      }
      yield event
    }
  } catch (error) {
    const isStopped = stop?.aborted && !signal?.aborted && isShuttenError(error) && error.code === 'CANCELLED'
    if (!isStopped || !identify || sentences.length === 0) throw error
    const answer = makeStoppedAnswer({
      question,
      conversationId,
      language: detectLanguage(question),
      sentences,
      citations: [...citations.values()],
      identity: await identify(),
      milliseconds: performance.now() - started,
    })
    yield { type: 'done', answer }
  }
}
