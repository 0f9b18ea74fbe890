import type { JobItem, JobItemRepository } from '@shutten/core'
import type { IngestJournal } from '../pipeline/ingest-journal.js'

const itemsPerRead = 1_000

/** The journal of a job: its items in the records. */
export function createJobJournal(options: { items: JobItemRepository; jobId: string }): IngestJournal {
  const { items, jobId } = options
  return {
    async find() {
      const begun = await items.findBase(jobId)
      if (!begun) return null
      const all: JobItem[] = []
      for (;;) {
        const page = await items.list({ jobId, offset: all.length, limit: itemsPerRead })
        all.push(...page)
        if (page.length < itemsPerRead) break
      }
      return {
        base: begun.base,
        items: all.map((item) => ({
          ...item,
          nextAttemptAt: item.nextAttemptAt ? new Date(item.nextAttemptAt) : null,
        })),
      }
    },
    begin: (request) => items.begin({ jobId, ...request }),
    restart: (request) => items.restart({ jobId, ...request }),
    expand: (request) => items.expand({ jobId, ...request }),
    start: (request) => items.start({ jobId, ...request }),
    finish: (request) => items.finish({ jobId, ...request }),
    fail: (request) => items.fail({ jobId, ...request }),
  }
}
