import { type Command, InvalidArgumentError } from 'commander'

interface ExclusionFlags {
  passages: number
  searches: number
  json: boolean
}

/** `bench exclusions`: what it costs a search that passages are excluded. */
export function registerExclusions(program: Command): void {
  program
    .command('exclusions')
    .description(
      'time searches with 1, 100 and 10,000 excluded passages against searches with none, by turns in one run',
    )
    .option('--passages <number>', 'of the index', parseNumber, 20_000)
    .option('--searches <number>', 'of each kind', parseNumber, 400)
    .option('--json', 'print one JSON value', false)
    .action(async ({ json, ...flags }: ExclusionFlags) => {
      const { benchExclusions } = await import('./bench-exclusions.js')
      const report = await benchExclusions({ ...flags, onProgress: (text) => process.stderr.write(`${text} …\n`) })
      process.stdout.write(`${json ? JSON.stringify(report) : render(report)}\n`)
      if (!report.isWithinGoal) process.exitCode = 1
    })
}

function render(report: Awaited<ReturnType<typeof import('./bench-exclusions.js')['benchExclusions']>>): string {
  const rows = report.rows.map(({ excluded, dense, lexical, viewMs }) =>
    [
      excluded.toLocaleString('en').padStart(8),
      `${dense.p50.toFixed(3)} ms`.padStart(10),
      dense.ratio.toFixed(2).padStart(6),
      `${lexical.p50.toFixed(3)} ms`.padStart(10),
      lexical.ratio.toFixed(2).padStart(6),
      `${viewMs.toFixed(0)} ms`.padStart(9),
    ].join('  '),
  )
  return [
    `${report.passages.toLocaleString('en')} passages, k = ${report.k}, ${report.searches} searches of each kind`,
    'excluded      vectors   ratio       words   ratio   to begin',
    ...rows,
    `Goal, at most ${report.goal} times as slow with 1 and with 100: ${report.isWithinGoal ? 'held' : 'missed'}`,
  ].join('\n')
}

function parseNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is needed.')
  return number
}
