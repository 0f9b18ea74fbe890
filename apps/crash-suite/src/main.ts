#!/usr/bin/env node
import { writeFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { type WorkerPhase, workerPhases } from './points/strike.js'
import { renderCrashReport } from './report/render-crash-report.js'
import { runCrashSuite } from './run-crash-suite.js'

interface Flags {
  seed: number
  workerKills: number
  webKills: number
  phases?: WorkerPhase[]
  out?: string
  json: boolean
}

const flags = new Command('test:crash')
  .description(
    'kill the worker and the web server at counted points of every phase, start them again, and look whether anything is lost, there twice or left over',
  )
  .option('--seed <number>', 'of the choice of points', parseCount, 1)
  .option('--worker-kills <number>', 'of the worker', parseCount, 200)
  .option('--web-kills <number>', 'of the web server', parseCount, 50)
  .addOption(new Option('--phases <phase...>', 'of the worker that are struck; all unless told').choices(workerPhases))
  .option('--out <file>', 'leave the report there as JSON')
  .option('--json', 'print one JSON value', false)
  .parse(process.argv.filter((argument, at) => !(at === 2 && argument === '--')))
  .opts<Flags>()

const report = await runCrashSuite({ ...flags, onProgress: (text) => process.stderr.write(`${text}\n`) })
if (flags.out) await writeFile(flags.out, `${JSON.stringify(report, null, 2)}\n`)
process.stdout.write(`${flags.json ? JSON.stringify(report) : renderCrashReport(report)}\n`)
process.exitCode = report.ok ? 0 : 1

function parseCount(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('A whole number from 0 is needed.')
  return number
}
