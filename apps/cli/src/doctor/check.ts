import { toShuttenError } from '@shutten/core'

export interface Check {
  name: string
  ok: boolean
  detail: string
  fix?: string
}

/** Runs one check; what it throws is what it found. */
export async function check(
  name: string,
  work: () => Promise<string | { problem: string; fix: string }>,
): Promise<Check> {
  try {
    const outcome = await work()
    return typeof outcome === 'string'
      ? { name, ok: true, detail: outcome }
      : { name, ok: false, detail: outcome.problem, fix: outcome.fix }
  } catch (thrown) {
    const error = toShuttenError(thrown)
    return { name, ok: false, detail: `${error.code}: ${error.message}`, fix: error.suggestion }
  }
}
