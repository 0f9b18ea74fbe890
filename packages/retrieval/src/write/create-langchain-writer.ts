import { answerInstructions, answerPrompt, toPromptValues } from './answer-prompt.js'
import type { AnswerWriter } from './answer-writer.js'
import { fitPrompt } from './fit-prompt.js'
import { rewriteQuestion } from './rewrite-question.js'
import { type ChatModelAccess, streamChat } from './stream-chat.js'

/** Passages that a model is shown at most: the ones after them hold next to nothing more. */
const defaultMaxPassages = 6

/** Lets any LangChain chat model write answers, streamed, and put follow-ups into words that stand alone. */
export function createLangChainWriter(options: ChatModelAccess & { maxPassages?: number }): AnswerWriter {
  const { maxPassages = defaultMaxPassages, ...access } = options
  return {
    id: access.id,
    maxPassages,
    instructions: answerInstructions,
    write: (request) =>
      streamChat({
        access,
        async prepare({ contextTokens, answerTokens, countTokens }) {
          const fitted = fitPrompt({ ...request, contextTokens, answerTokens, countTokens })
          if (!fitted) return null
          const { question, language } = request
          const values = toPromptValues({ question, language, ...fitted })
          return { messages: await answerPrompt.formatMessages(values), tokens: fitted.tokens }
        },
        callbacks: request.callbacks,
        ...(request.onUsage && { onUsage: request.onUsage }),
        ...(request.signal && { signal: request.signal }),
      }),
    rewrite: (request) => rewriteQuestion({ access, ...request }),
  }
}
