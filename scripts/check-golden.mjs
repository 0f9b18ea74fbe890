// Measures search and answers on the golden set and compares the main figures with the committed baseline.
// With --write, what was measured becomes the baseline.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compareFigures, findFallen, takeFigures, takeOutcomes } from './lib/compare-figures.mjs'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { say, stop } from './lib/say.mjs'

const file = path.join(root, 'docs', 'evaluation', 'golden-baseline.json')
const place = path.relative(root, file)
/** The committed run of the golden set, made by `pnpm eval --write-baseline`: question by question, all of them. */
const run = path.join(root, 'docs', 'evaluation', 'runs', 'golden.json')
/**
 * Every second question is searched for and every third of those asked, which takes several times as long: what a change
 * breaks shows, and `npm test` stays short. `pnpm eval` puts them all.
 */
const searched = 86
const asked = 29
/** Longest output of an evaluation, bytes. */
const maxBuffer = 256 * 2 ** 20

function readBaseline() {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return stop({
      code: 'BASELINE_MISSING',
      message: `There is no ${place} to compare with.`,
      suggestion: 'Make it from a measurement you trust, with `node scripts/check-golden.mjs --write`, and commit it.',
    })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    return stop({
      code: 'BASELINE_INVALID',
      message: `${place} is no JSON: ${error.message}`,
      suggestion: `Restore it with \`git checkout -- ${place}\`.`,
    })
  }
}

function measure() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'shutten-golden-'))
  // The bundled models, whatever the caller has configured: the baseline was measured with them.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SHUTTEN_'))
  try {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        path.join(root, 'apps/cli/dist/main.js'),
        'eval',
        '--json',
        ...['--limit', String(searched)],
        ...['--ask', String(asked)],
        ...(existsSync(run) ? ['--against', run] : []),
      ],
      {
        cwd: root,
        env: { ...Object.fromEntries(inherited), SHUTTEN_DATA_DIR: dataFolder },
        stdio: ['ignore', 'pipe', 2],
        encoding: 'utf8',
        maxBuffer,
      },
    )
    return status === 0 ? JSON.parse(stdout) : null
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

const writes = process.argv.includes('--write')
const baseline = writes ? null : readBaseline()
prepare()
const report = measure()
if (!report)
  stop({
    code: 'EVALUATION_FAILED',
    message: 'The golden set could not be measured; the lines above say why.',
    suggestion: 'Run `pnpm shutten doctor`, then `pnpm shutten eval`.',
  })
const measured = takeFigures(report)
const outcomes = takeOutcomes(report)
const counts = {
  questions: report.questions,
  asked: Object.values(outcomes).filter(({ correct }) => correct !== null).length,
}

if (writes) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(
    file,
    `${JSON.stringify({ dataset: report.dataset, ...counts, figures: measured, outcomes }, null, 2)}\n`,
  )
  say(`${place} holds what was measured: ${JSON.stringify(measured)}`)
} else {
  const show = (value) => (value === null || !Number.isFinite(value) ? '–' : value.toFixed(3)).padStart(9)
  const rows = compareFigures({ baseline: baseline.figures, measured })
  const width = Math.max(...rows.map(({ name }) => name.length))
  say(
    `${'golden set'.padEnd(width)}  ${['baseline', 'measured', 'at least'].map((head) => head.padStart(9)).join(' ')}`,
  )
  for (const { name, was, is, bound, ok } of rows)
    say(`${name.padEnd(width)}  ${[was, is, bound].map(show).join(' ')}  ${ok ? 'ok' : 'FELL'}`)
  say(`${counts.questions} questions, ${counts.asked} of them asked, in ${report.seconds.toFixed(0)} s`)
  for (const line of findFallen({ baseline: baseline.outcomes ?? {}, measured: outcomes })) say(`  fell: ${line}`)
  // A drop beyond what another draw of questions would make.
  const dropped = (report.comparison?.differences ?? []).filter(({ verdict }) => verdict === 'worse')
  for (const { metric, before, after, interval } of dropped)
    say(
      `  ${metric}: ${show(before)} → ${show(after)}, 95 % of the difference ${show(interval.low)} to ${show(interval.high)}`,
    )
  const isComparable = counts.questions === baseline.questions && counts.asked === baseline.asked
  const worse = [
    ...new Set([...rows.flatMap(({ name, ok }) => (ok ? [] : [name])), ...dropped.map(({ metric }) => metric)]),
  ]
  if (!isComparable || worse.length > 0)
    stop({
      code: 'GOLDEN_SET_WORSE',
      message: isComparable
        ? `Worse than the baseline in ${worse.join(', ')}.`
        : `The baseline was measured on ${baseline.questions} questions (${baseline.asked} asked), this on ${counts.questions} (${counts.asked}).`,
      suggestion:
        'Look at `pnpm shutten eval --json` for the questions. When the change is meant, `node scripts/check-golden.mjs --write` and `pnpm eval --write-baseline`.',
    })
}
