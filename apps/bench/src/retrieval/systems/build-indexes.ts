import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { indexVersion } from '../composition.js'
import type { BuildOptions } from './retrieval-system.js'

const builders = {
  shutten: async (options: BuildOptions) => (await import('./shutten-system.js')).buildShutten(options),
  langchain: async (options: BuildOptions) => (await import('./langchain-system.js')).buildLangChain(options),
}
/** Raised with a change of what the benchmark itself puts into an index. */
const layout = 1

/**
 * The index of each system in a folder of its own; one that an earlier run built of the same passages is kept.
 *
 * @returns seconds that each build took, of those that were built
 */
export async function buildIndexes(
  options: BuildOptions & { rebuild: boolean; onProgress: (text: string) => void },
): Promise<Record<string, number>> {
  const { folder, corpus, rebuild, onProgress } = options
  const seconds: Record<string, number> = {}
  for (const [name, build] of Object.entries(builders)) {
    const target = path.join(folder, name)
    const stampFile = path.join(folder, `${name}.stamp`)
    const stamp = `${layout} ${corpus.fingerprint} ${name === 'shutten' ? indexVersion : ''}`
    if (!rebuild && (await readFile(stampFile, 'utf8').catch(() => null)) === stamp) continue
    onProgress(`building the index of ${name}`)
    await rm(stampFile, { force: true })
    await rm(target, { recursive: true, force: true })
    await mkdir(target, { recursive: true })
    const started = performance.now()
    await build({ ...options, folder: target })
    seconds[name] = (performance.now() - started) / 1000
    await writeFile(stampFile, stamp)
  }
  return seconds
}
