import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openRecords } from './composition.js'
import { createRandom } from './parts/create-random.js'
import { killWebServers } from './parts/kill-web-servers.js'
import { killWorkers } from './parts/kill-workers.js'
import { startWeb } from './parts/start-web.js'
import type { WorkerPhase } from './points/strike.js'
import { findFreePort } from './processes/find-free-port.js'
import type { Watched } from './processes/start-process.js'
import type { CrashReport } from './report/crash-report.js'
import { type AskedInALoop, askInALoop } from './scenario/ask-in-a-loop.js'

/** Kills workers, then web servers, over one data folder that lives through it all. */
export async function runCrashSuite(options: {
  seed: number
  workerKills: number
  webKills: number
  /** Leaves out jobs that do not come from the folder: the round is shorter. */
  onlyFolder?: boolean
  /** Phases of the worker that are struck; all of them unless told. */
  phases?: readonly WorkerPhase[] | undefined
  onProgress: (text: string) => void
}): Promise<CrashReport> {
  const { seed, workerKills, webKills, onlyFolder = false, phases, onProgress } = options
  const started = performance.now()
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'shutten-crash-')))
  const [dataFolder, sourcesFolder] = [path.join(folder, 'data'), path.join(folder, 'sources')]
  const records = await openRecords(dataFolder)
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const place = { dataFolder, sourcesFolder, url, records, onProgress }
  const running = new Set<Watched>()
  let loop: ReturnType<typeof askInALoop> | null = null
  let asked: AskedInALoop | null = null
  try {
    let web = await startWeb({ dataFolder, sourcesFolder, port })
    running.add(web)
    const killed = await killWorkers({
      ...place,
      kills: workerKills,
      onlyFolder,
      phases,
      random: createRandom(seed),
      onFirstState: () => {
        loop = askInALoop({ url })
      },
    })
    running.add(killed.worker)
    asked = (await (loop as ReturnType<typeof askInALoop> | null)?.stop()) ?? null
    loop = null
    const { worker } = killed
    const webPart = await killWebServers({
      ...place,
      port,
      web,
      worker,
      kills: webKills,
      random: createRandom(seed + 1),
    })
    web = webPart.web
    running.add(web)
    const ok = [killed.report.problems, webPart.report.problems, asked?.failures ?? []].every(
      ({ length }) => length === 0,
    )
    return {
      seed,
      worker: { ...killed.report, loop: asked },
      web: webPart.report,
      ok,
      seconds: (performance.now() - started) / 1_000,
    }
  } finally {
    await (loop as ReturnType<typeof askInALoop> | null)?.stop()
    for (const one of running) if (!one.hasEnded) await one.stop()
    await records.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
