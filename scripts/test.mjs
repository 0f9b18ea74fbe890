// npm test: lint, types, unit, integration with real parts, browser. The exit status says the truth.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { findBrowser } from './lib/find-browser.mjs'
import { pnpm, prepare, setUpEnvironment } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'

prepare()
const browser = findBrowser()
const reports = mkdtempSync(path.join(tmpdir(), 'shutten-reports-'))
const inReports = (name) => path.join(reports, name)
const started = Date.now()
const failed = []

function step(name, run) {
  say(`\n── ${name}`)
  const begun = Date.now()
  const status = run()
  say(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(0)} s)`)
  if (status !== 0) failed.push(name)
}

const node = (args, environment = {}) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...setUpEnvironment(), ...environment },
  }).status

step('lint', () => pnpm(['run', 'lint']))
step('types', () => pnpm(['run', 'typecheck', '--output-logs=errors-only']))
for (const project of ['unit', 'int'])
  step(project === 'unit' ? 'unit tests' : 'integration tests', () =>
    pnpm([
      'exec',
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${inReports(`${project}.json`)}`,
    ]),
  )
step('golden set', () => node(['scripts/check-golden.mjs']))
step('browser tests', () =>
  // All of it in one language, and on a phone in the other what either changes; all four combinations, and extremes:
  // `pnpm test:e2e`.
  node(['scripts/e2e.mjs', '--project=desktop-ja', '--project=phone-en', '--project=server'], {
    E2E_QUICK: '1',
    E2E_REPORT: inReports('e2e.json'),
    ...(browser ? { CHROMIUM_PATH: browser } : {}),
  }),
)

const read = (name) => {
  try {
    return JSON.parse(readFileSync(inReports(name), 'utf8'))
  } catch {
    return null
  }
}
let [passed, broken, skipped] = [0, 0, 0]
const failures = []
for (const report of [read('unit.json'), read('int.json')].filter(Boolean)) {
  passed += report.numPassedTests
  broken += report.numFailedTests
  skipped += report.numPendingTests
  for (const file of report.testResults) {
    const where = path.relative(root, file.name)
    // A file that cannot be read has no tests.
    if (file.assertionResults.length === 0 && file.status === 'failed') failures.push([where, file.message])
    for (const test of file.assertionResults)
      if (test.status === 'failed') failures.push([`${where} > ${test.fullName}`, test.failureMessages.join('\n')])
  }
}
const browserStats = read('e2e.json')?.stats
if (browserStats) {
  passed += browserStats.expected + browserStats.flaky
  broken += browserStats.unexpected
  skipped += browserStats.skipped
}
// Once more at the end: what is printed above may be long, or cut.
for (const [test, message] of failures)
  say(`\nFailed: ${test}\n${stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n')}`)
rmSync(reports, { recursive: true, force: true })
say(
  `\n${failed.length === 0 ? 'All steps passed' : `Failed: ${failed.join(', ')}`} after ${((Date.now() - started) / 1000).toFixed(0)} s`,
)
process.stdout.write(`${passed} passed, ${Math.max(broken, failed.length)} failed, ${skipped} skipped\n`)
process.exit(failed.length === 0 && passed > 0 ? 0 : 1)
