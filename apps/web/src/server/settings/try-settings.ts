import { isShuttenError, type LanguageModelConfiguration } from '@shutten/core'
import type { z } from 'zod'
import type { Administration } from './administration'
import type { TriedAnswer } from './create-answering'
import { parseSection } from './save-settings'
import type { trySettingsSchema } from './settings-input'

/**
 * Answers a question with what stands in the forms, and what the environment says on top of it. A writer that cannot be set
 * up is a failure that is told, not an error.
 * Errors: INPUT_INVALID and those of `Answerer.ask`.
 */
export async function trySettings(options: {
  administration: Administration
  input: z.infer<typeof trySettingsSchema>
  signal: AbortSignal
}): Promise<Omit<TriedAnswer, 'answer'> & { answer: TriedAnswer['answer'] | null }> {
  const { administration, input, signal } = options
  const { stored, policies, fixed } = administration
  const answers = parseSection('answers', input.answers)
  const policy = policies.questions.parse(input.questions)
  const fail = ({ message, suggestion }: { message: string; suggestion: string }) => ({
    answer: null,
    failure: { kind: null, message, suggestion },
  })
  const { key } = input.writer
  let llm: LanguageModelConfiguration | null
  if (fixed.writer) llm = (await stored.resolve()).llm
  else {
    const values = parseSection('writer', input.writer.values)
    const previewed = await stored.preview({ values, ...(key !== undefined && { key }) })
    if (previewed.problem) return fail(previewed.problem)
    llm = previewed.llm
  }
  try {
    return await administration.tryAnswer({
      ...{ question: input.question, llm, signal },
      threshold: answers.threshold,
      unsupportedSentences: fixed.unsupportedSentences?.value ?? answers.unsupportedSentences,
      policy: { ...policy, mode: fixed.guardMode?.value ?? policy.mode },
    })
  } catch (error) {
    if (isShuttenError(error) && error.code === 'CONFIGURATION_INVALID') return fail(error)
    throw error
  }
}
