import { type Phase, webPhases, workerPhases } from '../points/strike.js'
import type { CrashReport, PartReport } from './crash-report.js'

/** A table of kills by phase, and what was found. */
export function renderCrashReport(report: CrashReport): string {
  const { seed, worker, web, ok, seconds } = report
  const { loop } = worker
  return [
    `Crash suite, seed ${seed}: ${worker.kills.length} kills of the worker, ${web.kills.length} of the web server, ${seconds.toFixed(0)} s`,
    '',
    ...renderPart('worker', worker, workerPhases),
    ...renderPart('web server', web, webPhases),
    ...(loop
      ? [
          `A reader meanwhile: ${loop.searches} searches, ${loop.answers} questions over ${loop.generations} generations, ${loop.failures.length} failures, slowest ${loop.slowest} ms`,
          ...loop.failures.map((failure) => `  ${failure}`),
        ]
      : []),
    ...[...worker.problems, ...web.problems].map((problem) => `PROBLEM ${problem}`),
    ok ? 'Nothing was lost, nothing was there twice, nothing was left over.' : 'Something is not as it must be.',
  ].join('\n')
}

function renderPart(name: string, part: PartReport, phases: readonly Phase[]): string[] {
  if (part.kills.length + part.missed === 0) return []
  const width = Math.max(name.length, ...phases.map(({ length }) => length))
  return [
    `${name.padEnd(width)}  kills  different points`,
    ...phases.flatMap((phase) => {
      const kills = part.kills.filter((kill) => kill.phase === phase)
      const points = new Set(kills.map(({ step, operation }) => `${step} ${operation}`)).size
      return kills.length === 0
        ? []
        : [`${phase.padEnd(width)}  ${String(kills.length).padStart(5)}  ${String(points).padStart(16)}`]
    }),
    `${part.missed} strikes fell nowhere; ${part.seconds.toFixed(0)} s`,
    '',
  ]
}
