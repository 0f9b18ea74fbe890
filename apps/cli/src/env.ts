import path from 'node:path'
import { type Configuration, parseConfiguration } from '@shutten/core'

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..', '..', '..')

export interface CommandConfiguration extends Configuration {
  /** The repository's folder. */
  root: string
  /** Absolute. */
  dataFolder: string
}

/** The one place of the command-line tool that reads the environment. Errors: CONFIGURATION_INVALID. */
export function readConfiguration(): CommandConfiguration {
  const configuration = parseConfiguration(process.env)
  return { ...configuration, root, dataFolder: path.resolve(configuration.dataFolder ?? path.join(root, 'data')) }
}
