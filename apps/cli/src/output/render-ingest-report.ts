import type { IngestReport } from '@shutten/core'

export function renderIngestReport(report: IngestReport): string {
  const lines = [
    `added ${report.added}, updated ${report.updated}, unchanged ${report.unchanged}, moved ${report.moved}, deleted ${report.deleted}, failed ${report.failed.length}`,
    `${report.documents} documents, ${report.passages} passages serve in generation ${report.generation ?? '(none)'} after ${report.seconds.toFixed(1)} s`,
  ]
  return lines.join('\n')
}
