import { type AnswerUsage, isShuttenError, type Turn } from '@shutten/core'
import type { AnswerWriter } from '../write/answer-writer.js'
import { analyzeQuestion } from './analyze-question.js'
import { isFaithfulRewrite } from './is-faithful-rewrite.js'
import { pointsBack, resolveFollowUp } from './resolve-follow-up.js'

export interface StandaloneQuestion {
  text: string
  /** As a language model put it; null where the question stood alone, or rules put its subject in front. */
  rewritten: string | null
  /** Of the language model that was asked for it. */
  usage: AnswerUsage | null
}

/** What models put around a question that they were asked to write and nothing besides. */
const around = /^(?:(?:last |rewritten |standalone )?question|質問|書き換え)\s*[:：]\s*|^[「『"“]|[」』"”]$/giu

/**
 * A question so that it can be understood without what was said before. A follow-up is put into words by the language
 * model where there is one; where there is none, it fails, or it does not keep to the conversation, by rules.
 * Errors: CANCELLED.
 */
export async function standAlone(options: {
  question: string
  history: readonly Turn[]
  writer: AnswerWriter | null
  callbacks?: Parameters<AnswerWriter['write']>[0]['callbacks']
  signal?: AbortSignal
}): Promise<StandaloneQuestion> {
  const { question, history, writer, callbacks, signal } = options
  const { names, language } = analyzeQuestion(question)
  const leans = history.length > 0 && (names.length === 0 || pointsBack(question))
  let usage: AnswerUsage | null = null
  if (leans && writer?.rewrite)
    try {
      const written = await writer.rewrite({
        question,
        language,
        history,
        onUsage(used) {
          usage = used
        },
        ...(callbacks && { callbacks }),
        ...(signal && { signal }),
      })
      const rewritten = written.replace(around, '').trim()
      if (rewritten === question) return { text: question, rewritten: null, usage }
      if (isFaithfulRewrite({ rewritten, question, history })) return { text: rewritten, rewritten, usage }
    } catch (error) {
      if (!isShuttenError(error) || error.code !== 'LLM_UNAVAILABLE') throw error
    }
  return { text: resolveFollowUp({ question, history }), rewritten: null, usage }
}
