import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Records } from '../composition.js'
import { noStrike, type Phase } from '../points/strike.js'
import { examine } from '../processes/examine.js'
import { runShutten } from '../processes/run-shutten.js'
import type { Watched } from '../processes/start-process.js'
import type { PartReport } from '../report/crash-report.js'
import { createWebRequests } from '../scenario/web-requests.js'
import { chooseStrike } from './choose-strike.js'
import type { Place } from './kill-workers.js'
import { startWeb } from './start-web.js'
import { waitForJob } from './wait-for-job.js'

const conversationId = 'crash-suite'
/** The server is struck at the end of a request this soon after its answer, milliseconds. */
const finishing = 100

/**
 * Kills the web server while it answers, streams, saves a turn, stores a file or takes a job in; starts it again, sends
 * the same again, and looks: what it had acknowledged is there once and whole, and nothing else is left over.
 */
export async function killWebServers(
  options: Place & {
    port: number
    web: Watched
    worker: Watched
    kills: number
    random: () => number
    onProgress: (text: string) => void
  },
): Promise<{ report: PartReport; web: Watched }> {
  const { dataFolder, sourcesFolder, url, port, records, worker, kills: wanted, random, onProgress } = options
  let { web } = options
  const started = performance.now()
  const report: PartReport = { kills: [], missed: 0, problems: [], seconds: 0 }
  const { key, id: keyId } = await runShutten<{ key: string; id: string }>({ dataFolder, args: ['key', 'crash-suite'] })
  const owner = `key:${keyId}`
  await records.conversations.create({ owner, title: 'crash', id: conversationId })
  const taken = new Map<string, number>()
  const answered: string[] = []
  const createRequests = (turn: number) =>
    createWebRequests({
      url,
      apiKey: key,
      conversationId,
      turn,
      uploadsFolder: path.join(dataFolder, 'uploads'),
      onTaken: ({ uri, characters }) => taken.set(uri, characters),
      onAnswered: (question) => answered.push(question),
    })

  const tallies: Partial<Record<Phase, number>>[] = []
  for (const request of createRequests(0)) {
    await web.takeTally()
    await request.send()
    tallies.push(await web.takeTally())
    onProgress(
      `${request.name}: ${Object.entries(tallies.at(-1) ?? {})
        .map(([phase, n]) => `${phase} ${n}`)
        .join(', ')}`,
    )
  }

  const strikes = new Map<Phase, number>()
  for (let turn = 1; report.kills.length < wanted; turn += 1) {
    const requests = createRequests(turn)
    const at = turn % requests.length
    const request = requests[at] as (typeof requests)[number]
    await web.takeTally()
    web.arm(chooseStrike({ tally: tallies[at] ?? {}, strikes, random }) ?? noStrike)
    const failure = await request.send().then(
      () => null,
      (error: unknown) => String(error),
    )
    await delay(finishing)
    if (failure !== null && !web.hasEnded) await Promise.race([web.ended, delay(2_000)])
    if (!web.hasEnded) {
      report.missed += 1
      if (failure !== null) report.problems.push(`${request.name}: ${failure}, though the server lived`)
      web.arm(noStrike)
      continue
    }
    const { struck, signal, status, stderr } = await web.ended
    if (struck) report.kills.push({ ...struck, step: request.name })
    else report.problems.push(`${request.name}: the web server ended by itself (${signal ?? status}): ${stderr}`)
    const place = `${request.name}, after ${struck?.phase} (${struck?.operation})`
    onProgress(`web kill ${report.kills.length}: ${place}`)
    web = await startWeb({ dataFolder, sourcesFolder, port })
    const again = await request.send().then(
      () => null,
      (error: unknown) => String(error),
    )
    const problems = again === null ? [] : [`sent again: ${again}`]
    problems.push(...(await finishJobs({ records, worker })))
    problems.push(...(await findLost({ records, taken, answered, owner })))
    problems.push(...(await examine(dataFolder)))
    report.problems.push(...problems.map((problem) => `${place}: ${problem}`))
    for (const problem of problems) onProgress(`PROBLEM ${place}: ${problem}`)
  }
  report.seconds = (performance.now() - started) / 1_000
  return { report, web }
}

async function finishJobs({ records, worker }: { records: Records; worker: Watched }): Promise<string[]> {
  const problems: string[] = []
  for (const { id } of await records.jobs.list({ statuses: ['queued', 'running'] })) {
    const job = await waitForJob({ records, id, worker })
    if (job?.status !== 'succeeded') problems.push(`a job ended as ${job?.status}: ${job?.error?.message}`)
  }
  return problems
}

/** What was acknowledged and is not there, or not once, or not whole. */
async function findLost(options: {
  records: Records
  taken: ReadonlyMap<string, number>
  answered: readonly string[]
  owner: string
}): Promise<string[]> {
  const { records, taken, answered, owner } = options
  const problems: string[] = []
  const { documents } = await records.documents.list({ limit: 10_000 })
  for (const [uri, characters] of taken) {
    const found = documents.filter((document) => document.uri === uri)
    if (found.length !== 1) problems.push(`${uri} is there ${found.length} times`)
    if (characters > 0 && (found[0]?.characters ?? 0) < characters / 2) problems.push(`${uri} is not whole`)
  }
  const conversation = await records.conversations.find({ id: conversationId, owner })
  const turns = conversation?.turns.map(({ question }) => question) ?? []
  // A turn may be there whose answer did not reach the client; then it is there again when it was asked again.
  for (const question of answered) if (!turns.includes(question)) problems.push(`the turn “${question}” is lost`)
  for (const { answer, question } of conversation?.turns ?? [])
    if (!answer?.answer) problems.push(`the turn “${question}” has no answer`)
  return problems
}
