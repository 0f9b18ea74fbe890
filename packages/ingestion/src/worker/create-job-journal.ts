import type { ItemVisit, JobItem, JobItemRepository } from '@shutten/core'
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
      const visits = new Map<number, ItemVisit>()
      for (let offset = 0; ; offset += itemsPerRead) {
        const page = await items.listVisits({ jobId, offset, limit: itemsPerRead })
        for (const { position, visit } of page) visits.set(position, visit)
        if (page.length < itemsPerRead) break
      }
      return {
        base: begun.base,
        items: all.map((item) => ({
          ...item,
          visit: visits.get(item.position) ?? null,
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
