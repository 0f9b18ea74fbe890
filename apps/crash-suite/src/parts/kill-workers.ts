import { mkdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Job } from '@shutten/core'
import type { Records } from '../composition.js'
import { noStrike, type Phase, type Strike } from '../points/strike.js'
import { examine } from '../processes/examine.js'
import { startProcess, type Watched } from '../processes/start-process.js'
import type { Kill, PartReport } from '../report/crash-report.js'
import { compareStates, readState, type State } from '../scenario/read-state.js'
import { createSteps, type Step } from '../scenario/steps.js'
import { chooseStrike } from './choose-strike.js'
import { waitForJob } from './wait-for-job.js'

/** Of the workers that take a job over, those that are killed, too. */
const againShare = 0.2
/** Of the jobs, those that find nothing in the cache of vectors. */
const coldShare = 0.6
/** A worker that is struck while it finishes a job ends this soon after the job is seen to be done, milliseconds. */
const finishing = 150

export interface Place {
  dataFolder: string
  sourcesFolder: string
  /** Of the web server. */
  url: string
  records: Records
}

/**
 * Does one round of jobs undisturbed, which tells what there is to count and what is right; then round after round with
 * a worker that is killed in each job, until there were enough. After each kill a new worker goes on, and doctor, the documents, the
 * searches and the job's report are compared.
 */
export async function killWorkers(
  options: Place & {
    kills: number
    /** Of the jobs, those that change the folder alone. */
    onlyFolder: boolean
    /** Phases that are struck; all of them unless told. */
    phases?: readonly Phase[] | undefined
    random: () => number
    onProgress: (text: string) => void
    /** There is something to be found, from now on. */
    onFirstState: () => void
  },
): Promise<{ report: PartReport; worker: Watched }> {
  const {
    dataFolder,
    sourcesFolder,
    url,
    records,
    kills: wanted,
    onlyFolder,
    phases,
    random,
    onProgress,
    onFirstState,
  } = options
  const started = performance.now()
  const report: PartReport = { kills: [], missed: 0, problems: [], seconds: 0 }
  await mkdir(sourcesFolder, { recursive: true })
  const launch = async (strike: Strike | null) => {
    const worker = startProcess({ role: 'worker', dataFolder, sourcesFolder, strike })
    // One that is to be killed may not come that far.
    if (!strike) await worker.ready
    return worker
  }
  const read = (job: Job) => readState({ url, sourcesFolder, records, job })
  const ask = async (step: Step, isCold: boolean) => {
    const request = await step.prepare()
    // What was embedded before is to be embedded again.
    if (isCold) await records.embeddingCache.prune({ keep: [] })
    return records.jobs.create(request)
  }

  const { first, steps } = createSteps({ sourcesFolder, records, onlyFolder })
  let worker = await launch(null)
  await waitForJob({ records, id: (await ask(first, false)).id, worker })
  onFirstState()

  const known: { state: State; tally: Partial<Record<Phase, number>>; total: number }[] = []
  for (const step of steps) {
    await worker.takeTally()
    const job = await waitForJob({ records, id: (await ask(step, true)).id, worker })
    if (!job) throw new Error(`“${step.name}” did not end, undisturbed.`)
    const tally = await worker.takeTally()
    const total = Object.values(tally).reduce((sum, count) => sum + count, 0)
    known.push({ state: await read(job), tally, total })
    onProgress(
      `${step.name}: ${job.status}; ${Object.entries(tally)
        .map(([phase, n]) => `${phase} ${n}`)
        .join(', ')}`,
    )
  }
  report.problems.push(...(await examine(dataFolder)).map((problem) => `undisturbed: ${problem}`))

  const strikes = new Map<Phase, number>()
  const note = (kill: Kill) => {
    report.kills.push(kill)
    onProgress(`kill ${report.kills.length}: ${kill.step}, ${kill.phase}, before ${kill.operation}`)
  }
  for (let turn = 0; report.kills.length < wanted; turn += 1) {
    const step = steps[turn % steps.length] as Step
    const { state, tally, total } = known[turn % steps.length] as (typeof known)[number]
    // A round is done to its end, so that the folder is as it was.
    const strike = chooseStrike({ tally, strikes, random, phases })
    worker.arm(strike ?? noStrike)
    const { id } = await ask(step, random() < coldShare)
    let job = await waitForJob({ records, id, worker })
    await delay(finishing)
    const before = report.kills.length
    for (let more = random() < againShare; worker.hasEnded; more = false) {
      const { struck, signal, status, stderr } = await worker.ended
      if (!struck) {
        report.problems.push(`${step.name}: the worker ended by itself (${signal ?? status}): ${stderr}`)
      } else note({ ...struck, step: step.name })
      worker = await launch(more ? { phase: null, at: 1 + Math.floor(random() * total), isTorn: false } : null)
      job = await waitForJob({ records, id, worker })
      await delay(finishing)
    }
    if (strike && report.kills.length === before) report.missed += 1
    // A strike that did not fall must not fall into the next step.
    worker.arm(noStrike)
    const place = `${step.name}, after ${report.kills
      .slice(before)
      .map(({ phase, operation }) => `${phase} (${operation})`)
      .join(', ')}`
    if (!job || ['queued', 'running'].includes(job.status)) {
      report.problems.push(`${place}: the job did not end (${job?.status})`)
      onProgress(`PROBLEM ${place}: the job did not end (${job?.status})`)
      continue
    }
    const problems = [...compareStates(state, await read(job)), ...(await examine(dataFolder))]
    for (const problem of problems) {
      report.problems.push(`${place}: ${problem}`)
      onProgress(`PROBLEM ${place}: ${problem}`)
    }
  }
  report.seconds = (performance.now() - started) / 1_000
  return { report, worker }
}
