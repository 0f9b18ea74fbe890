import type { Answer } from '@shutten/core'

/** Finished answers of the generation that serves, to be given again when the same is asked. */
export interface AnswerCache {
  /** Another generation than that of the last call empties it. */
  find(options: { generation: string; key: string }): Answer | null
  /** Nothing is kept of a generation that was superseded while the answer was made. */
  save(options: { generation: string; key: string; answer: Answer }): void
  readonly size: number
}

/**
 * In memory; the least recently used answer makes room for a new one.
 *
 * @param options.maxEntries answers kept; 0 for none
 */
export function createAnswerCache(options: { maxEntries: number }): AnswerCache {
  const { maxEntries } = options
  // A Map keeps its keys in the order they were set: the first is the one that was used longest ago.
  const answers = new Map<string, Answer>()
  let serving: string | null = null
  return {
    get size() {
      return answers.size
    },
    find({ generation, key }) {
      if (generation !== serving) {
        answers.clear()
        serving = generation
      }
      const answer = answers.get(key)
      if (!answer) return null
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    save({ generation, key, answer }) {
      if (generation !== serving || maxEntries === 0) return
      answers.delete(key)
      answers.set(key, answer)
      const [oldest] = answers.keys()
      if (answers.size > maxEntries && oldest !== undefined) answers.delete(oldest)
    },
  }
}
