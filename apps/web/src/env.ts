import path from 'node:path'
import { type Configuration, parseConfiguration } from '@shutten/core'

export interface WebConfiguration extends Configuration {
  /** Absolute. */
  dataFolder: string
}

/** The one place of the web application that reads the environment. Errors: CONFIGURATION_INVALID. */
export function readConfiguration(): WebConfiguration {
  const configuration = parseConfiguration(process.env)
  // Started by itself, the server runs in apps/web; the data folder is the repository's.
  const root = path.resolve(/* turbopackIgnore: true */ process.cwd(), '..', '..')
  return { ...configuration, dataFolder: path.resolve(root, configuration.dataFolder ?? 'data') }
}
