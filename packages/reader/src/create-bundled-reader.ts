import type { Reader } from '@shutten/core'
import type { ModelThread } from '@shutten/onnx'
import { readerModel } from '@shutten/reader-model'

/**
 * The reader that ships with Shutten, on a model thread made with `readerModel`. Closing it leaves the thread running:
 * whoever made the thread closes it.
 * Errors: MODEL_FAILED, MODEL_FILE_DAMAGED, CANCELLED, TIMED_OUT.
 */
export function createBundledReader(options: { thread: ModelThread }): Reader {
  const { thread } = options
  return {
    id: readerModel.id,
    maxTokens: readerModel.maxTokens,
    read: async ({ question, passages, signal }) => {
      const readings = await thread.read({ question, passages, signal })
      return readings.map(({ relevance, span }) => ({ relevance, answer: span }))
    },
    close: async () => {},
  }
}
