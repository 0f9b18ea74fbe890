import { isShuttenError, type LanguageModelConfiguration, type ShuttenError } from '@shutten/core'
import type { AnswerWriter } from './answer-writer.js'
import { createConfiguredWriter } from './create-configured-writer.js'
import { createUnusableWriter } from './create-unusable-writer.js'

/**
 * The writer that is set; null for extractive answers. One that cannot be set up leaves the answers to the sources, each of
 * which says why, so that no saved setting keeps a server from starting.
 * Errors, with `isStrict`: CONFIGURATION_INVALID.
 *
 * @param options.isStrict whoever starts the process has named it, and is there to read what is wrong
 */
export async function createEffectiveWriter(options: {
  llm: LanguageModelConfiguration | null
  /** Why there is no `llm`, though one was set. */
  problem: ShuttenError | null
  isStrict: boolean
}): Promise<AnswerWriter | null> {
  const { llm, problem, isStrict } = options
  if (problem) return createUnusableWriter({ id: 'unusable', error: problem })
  if (!llm) return null
  try {
    return await createConfiguredWriter(llm)
  } catch (error) {
    if (isStrict || !isShuttenError(error)) throw error
    return createUnusableWriter({ id: llm.name, error })
  }
}
