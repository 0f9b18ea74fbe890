#!/usr/bin/env node
import { toShuttenError } from '@shutten/core'
import { Command } from 'commander'
import { registerAnalyzers } from './analyzers/command.js'
import { registerExclusions } from './exclusions/command.js'
import { registerHygiene } from './hygiene/command.js'
import { registerIngestion } from './ingestion/command.js'
import { registerRetrieval } from './retrieval/command.js'

const program = new Command('bench')
  .description('Measurements, each against a peer in the same run')
  .showHelpAfterError()
for (const register of [registerRetrieval, registerAnalyzers, registerHygiene, registerIngestion, registerExclusions])
  register(program)

try {
  await program.parseAsync()
} catch (error) {
  const { code, message, suggestion, exitStatus } = toShuttenError(error)
  process.stderr.write(`error[${code}] ${message}\n  → ${suggestion}\n`)
  process.exitCode = exitStatus
}
