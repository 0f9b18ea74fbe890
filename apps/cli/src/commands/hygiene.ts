import { type HygieneAction, type HygieneKind, hygieneKinds, type IngestReport } from '@shutten/core'
import { renderIngestReport } from '../output/render-ingest-report.js'
import type { RegisterCommand } from './command.js'
import { followJob } from './follow-job.js'

interface KindReport {
  action: HygieneAction
  /** Stored documents that hold what it does not allow. */
  documents: number
  findings: number
}

/** The policy for documents: what it would find in what is stored, and its being applied. */
export const registerHygiene: RegisterCommand = (program, run) => {
  const hygiene = program.command('hygiene').description('the policy of hygiene.json, and what is stored against it')
  hygiene
    .command('check', { isDefault: true })
    .description('what the policy would mask or hold back of what is stored; changes nothing')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer }) => {
        const application = await openApplication()
        const { applyHygiene } = await import('@shutten/ingestion')
        const policy = await application.readHygienePolicy()
        const { ingestion, quarantine } = application.database
        const kinds = Object.fromEntries(
          hygieneKinds.map((kind) => [kind, { action: policy.actions[kind], documents: 0, findings: 0 }]),
        ) as Record<HygieneKind, KindReport>
        const found: { uri: string; status: 'masked' | 'quarantined'; kinds: HygieneKind[] }[] = []
        const released = new Set(
          (await quarantine.list({ statuses: ['released'], limit: 100_000 })).documents.map(({ uri }) => uri),
        )
        for (const { versionId, uri } of await ingestion.listKnown()) {
          const document = await ingestion.getVersion(versionId)
          const isReleased = released.has(uri)
          const { status, findings } = applyHygiene({ document, policy, isReleased })
          if (status === 'clean') continue
          const own = [...new Set(findings.map(({ kind }) => kind))]
          for (const kind of own) kinds[kind].documents += 1
          for (const { kind } of findings) kinds[kind].findings += 1
          found.push({ uri, status, kinds: own })
        }
        printer.result({ kinds, documents: found }, () =>
          [
            ...hygieneKinds.map((kind) => {
              const { action, documents, findings } = kinds[kind]
              return `${kind.padEnd(15)} ${action.padEnd(11)} ${findings} in ${documents} documents`
            }),
            ...found.map((one) => `${one.status.padEnd(11)}  ${one.uri}  ${one.kinds.join(', ')}`),
            ...(found.length > 0 ? ['`pnpm shutten hygiene apply` does so; no source is read.'] : []),
          ].join('\n'),
        )
        return 0
      }, options),
    )
  hygiene
    .command('apply')
    .description('apply the policy to what is stored, without the sources')
    .option('--json', 'print one JSON value')
    .action((options: { json?: boolean }) =>
      run(async ({ openApplication, printer, signal }) => {
        const application = await openApplication()
        // A policy that is wrong is told before anything is asked for.
        await application.readHygienePolicy()
        const job = await application.database.jobs.create({ kind: 'apply-policy' })
        const report = (await followJob({ application, job, printer, signal })) as IngestReport
        for (const failure of report.failed) printer.failure(failure)
        printer.result(report, renderIngestReport)
        return report.failed.length > 0 ? 1 : 0
      }, options),
    )
}
