import type { IngestReport } from '@shutten/core'

export function renderIngestReport(report: IngestReport): string {
  const lines = [
    [
      `added ${report.added}, updated ${report.updated}, unchanged ${report.unchanged}, moved ${report.moved}`,
      `deleted ${report.deleted}, quarantined ${report.quarantined}, failed ${report.failed.length}`,
    ].join(', '),
    `${report.documents} documents, ${report.passages} passages${report.linked ? ` (${report.linked} say what another says)` : ''} serve in generation ${report.generation ?? '(none)'} after ${report.seconds.toFixed(1)} s`,
    ...(report.quarantined > 0 ? ['`pnpm shutten quarantine` shows what was held back, and why.'] : []),
  ]
  return lines.join('\n')
}
