import type { Reader } from '@shutten/core'
import { beginStage } from './begin-stage.js'

/** The reader with a span for each reading, beneath the step that asks for it. */
export function traceReader(reader: Reader): Reader {
  return {
    id: reader.id,
    maxTokens: reader.maxTokens,
    async read(options) {
      const stage = beginStage({
        name: 'shutten.read',
        attributes: { 'shutten.reader': reader.id, 'shutten.passages': options.passages.length },
      })
      try {
        return await reader.read(options)
      } catch (error) {
        stage.fail(error)
        throw error
      } finally {
        stage.end()
      }
    },
    close: () => reader.close(),
  }
}
