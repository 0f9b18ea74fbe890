import { toShuttenError } from '@shutten/core'
import { getServer } from './get-server'

/** Makes the server; where that fails the process says why, as the command line does, and ends: nothing could be answered. */
export async function startServer(): Promise<void> {
  try {
    await getServer()
  } catch (thrown) {
    const { code, message, suggestion, exitStatus } = toShuttenError(thrown)
    process.stderr.write(`error[${code}] ${message}\n  → ${suggestion}\n`)
    process.exit(exitStatus)
  }
}
