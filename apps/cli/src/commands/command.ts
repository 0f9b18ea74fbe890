import type { Command } from 'commander'
import type { Application, ApplicationParts } from '../composition.js'
import type { CommandConfiguration } from '../env.js'
import type { Printer } from '../output/printer.js'

/** What a verb works with. The application opens the data folder on first use only. */
export interface CommandContext {
  configuration: CommandConfiguration
  printer: Printer
  openApplication(configuration?: CommandConfiguration, parts?: ApplicationParts): Promise<Application>
  signal: AbortSignal
}

/** Runs a verb with its context; gives the exit status. */
export type RunVerb = (
  work: (context: CommandContext) => Promise<number | undefined>,
  options: { json?: boolean },
) => Promise<void>

export type RegisterCommand = (program: Command, run: RunVerb) => void
