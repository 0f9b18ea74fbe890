import { type Answer, type AnswerEvent, ShuttenError } from '@shutten/core'

/** Runs an answer to its end and gives the whole of it, for callers that do not stream. */
export async function finishAnswer(events: AsyncIterable<AnswerEvent>): Promise<Answer> {
  let answer: Answer | null = null
  for await (const event of events) if (event.type === 'done') answer = event.answer
  if (answer) return answer
  throw new ShuttenError({
    code: 'INTERNAL',
    message: 'The answer ended before it was complete.',
    suggestion: 'Ask again; if it happens again, please report it with the log.',
  })
}
