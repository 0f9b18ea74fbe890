import { runShutten } from './run-shutten.js'

interface Examination {
  ok: boolean
  checks: { name: string; ok: boolean; detail: string }[]
}

/** What `shutten doctor` finds wrong, each in a line; empty when all is well. */
export async function examine(dataFolder: string): Promise<string[]> {
  const { checks } = await runShutten<Examination>({ dataFolder, args: ['doctor'] })
  return checks.filter(({ ok }) => !ok).map(({ name, detail }) => `doctor: ${name}: ${detail}`)
}
