#!/usr/bin/env node
import { Command } from 'commander'
import { registerAsk } from './commands/ask.js'
import type { RunVerb } from './commands/command.js'
import { registerDelete } from './commands/delete.js'
import { registerDoctor } from './commands/doctor.js'
import { registerDocuments } from './commands/documents.js'
import { registerEval } from './commands/eval.js'
import { registerGenerations } from './commands/generations.js'
import { registerHygiene } from './commands/hygiene.js'
import { registerIngest } from './commands/ingest.js'
import { registerJobs } from './commands/jobs.js'
import { registerKey } from './commands/key.js'
import { registerQuarantine } from './commands/quarantine.js'
import { registerReindex } from './commands/reindex.js'
import { registerRepair } from './commands/repair.js'
import { registerSearch } from './commands/search.js'
import { registerServe } from './commands/serve.js'
import { registerSources } from './commands/sources/sources.js'
import { registerStatus } from './commands/status.js'
import { registerWorker } from './commands/worker.js'
import type { Application } from './composition.js'
import { readConfiguration, root } from './env.js'
import { limitHeapGrowth } from './limit-heap-growth.js'
import { createPrinter } from './output/printer.js'
import { readVersion } from './read-version.js'

limitHeapGrowth()

const run: RunVerb = async (work, { json = false }) => {
  const printer = createPrinter({ json })
  const abort = new AbortController()
  const applications = new Map<string, Promise<Application>>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => abort.abort())
  // Started by a supervisor: end with it.
  if (process.connected) process.once('disconnect', () => abort.abort())
  try {
    const configuration = readConfiguration()
    process.exitCode = await work({
      configuration,
      printer,
      signal: abort.signal,
      openApplication(chosen = configuration, parts = {}) {
        const known = applications.get(chosen.dataFolder)
        if (known) return known
        const opened = import('./composition.js').then(({ createApplication }) => createApplication(chosen, parts))
        applications.set(chosen.dataFolder, opened)
        return opened
      },
    })
  } catch (error) {
    process.exitCode = printer.error(error).exitStatus
  } finally {
    for (const application of applications.values())
      try {
        await (await application.catch(() => null))?.close()
      } catch (error) {
        process.exitCode ||= printer.error(error).exitStatus
      }
    if (process.connected) process.disconnect()
  }
}

const version = readVersion({ root })

const program = new Command('shutten')
  .description('Shutten (出典): grounded answers, every sentence with its source')
  .version(
    process.argv.includes('--json') ? JSON.stringify({ version }) : version,
    '-V, --version',
    'print the version',
  )
  .showHelpAfterError('  → Add --help to see what it takes.')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'error[INPUT_INVALID] ')) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 64))
for (const register of [
  registerIngest,
  registerReindex,
  registerDelete,
  registerSearch,
  registerAsk,
  registerEval,
  registerDocuments,
  registerSources,
  registerJobs,
  registerQuarantine,
  registerHygiene,
  registerGenerations,
  registerStatus,
  registerServe,
  registerWorker,
  registerDoctor,
  registerRepair,
  registerKey,
])
  register(program, run)
await program.parseAsync()
