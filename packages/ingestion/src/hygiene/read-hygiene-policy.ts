import { readFile } from 'node:fs/promises'
import { type HygienePolicy, parseHygienePolicy, ShuttenError } from '@shutten/core'

/**
 * The policy of a data folder's `hygiene.json`; the standard one without the file.
 * Errors: CONFIGURATION_INVALID, naming the file.
 */
export async function readHygienePolicy(file: string): Promise<HygienePolicy> {
  try {
    return parseHygienePolicy(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return parseHygienePolicy({})
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
      suggestion: 'Correct this file, or remove it; docs/ingestion.md tells its form.',
      cause,
    })
  }
}
