import { setTimeout as sleep } from 'node:timers/promises'
import { type IngestReport, type JobProgress, type NewJob, toAbortError } from '@shutten/core'
import { type HeldLease, holdLease, type RunOptions, writerLease } from '@shutten/ingestion'
import type { Application } from '../composition.js'
import { freeDeadLease, leaseOwner } from '../free-dead-lease.js'
import type { Printer } from '../output/printer.js'

/** Silence after which another evaluation of the same documents counts as dead, milliseconds. */
const leaseTtlMs = 30_000
const pollingIntervalMs = 500

/**
 * Has the documents of an evaluation searchable with the parts of today, and takes away no time from that: it works
 * under the writer's lease, but as no job, for a job carries its texts along wherever its state is looked at.
 * Errors: those of the ingestor; CANCELLED.
 */
export async function indexDocuments(options: {
  application: Application
  request: Extract<NewJob, { kind: 'ingest' | 'ingest-texts' }>
  printer: Printer
  signal: AbortSignal
}): Promise<IngestReport> {
  const { application, request, printer, signal } = options
  const ingestor = await application.openIngestor()
  const lease = await waitForLease(options)
  const run: RunOptions = {
    signal: AbortSignal.any([signal, lease.lost]),
    beforeSwitch: lease.confirm,
    onProgress: createTeller(printer),
  }
  try {
    const report =
      request.kind === 'ingest-texts'
        ? await ingestor.ingestTexts({ documents: request.documents, ...run })
        : await ingestor.ingest({ locations: request.locations, ...run })
    for (const failure of report.failed) printer.failure(failure)
    if (!(await application.isOutdated())) return report
    const { generation, passages, seconds } = await ingestor.reindex(run)
    return { ...report, generation, passages, seconds: report.seconds + seconds }
  } finally {
    await lease.release()
  }
}

async function waitForLease(options: { application: Application; signal: AbortSignal }): Promise<HeldLease> {
  const { application, signal } = options
  const { leases } = application.database
  for (;;) {
    if (signal.aborted) throw toAbortError(signal)
    await freeDeadLease({ leases, name: writerLease })
    const lease = await holdLease({ leases, name: writerLease, owner: leaseOwner, ttlMs: leaseTtlMs })
    if (lease) return lease
    await sleep(pollingIntervalMs, undefined, { signal }).catch(() => {})
  }
}

/** Tells each tenth of each phase. */
function createTeller(printer: Printer): (progress: JobProgress) => void {
  let said = ''
  return ({ phase, documents, passages }) => {
    const { done, total } = phase === 'reading' ? documents : passages
    const tenth = `${phase} ${Math.floor((10 * done) / Math.max(1, total))}`
    if (tenth === said || phase === 'done') return
    said = tenth
    printer.note(total > 0 ? `${phase} ${done}/${total}` : phase)
  }
}
