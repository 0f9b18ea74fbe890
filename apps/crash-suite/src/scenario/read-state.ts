import type { Job } from '@shutten/core'
import type { Records } from '../composition.js'
import { queries } from './steps.js'

/** A passage's vector depends a little on those that it was embedded with, and so does its score. */
const tolerance = 0.05

interface Found {
  results: { uri: string; start: number; end: number; text: string; score: number; title: string }[]
}

/** What serves, in words that do not depend on ids, times and paths: equal for every run that did the same. */
export interface State {
  documents: Record<string, unknown>[]
  search: Record<string, { place: string; score: number }[]>
  /** What became of the job. */
  job: unknown
  /** What golden questions came to that were put for it. */
  measured: unknown
}

/** Reads the state through the web server, as a reader sees it, and the job's end. */
export async function readState(options: {
  url: string
  sourcesFolder: string
  records: Records
  job: Job
}): Promise<State> {
  const { url, sourcesFolder, records, job } = options
  const toName = (uri: string) => decodeURIComponent(uri).replace(`file://${sourcesFolder}/`, '')
  const { documents } = await records.documents.list({ limit: 1_000 })
  const search: State['search'] = {}
  for (const query of queries) {
    const response = await fetch(`${url}/api/v1/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, k: 8, rerankBudgetMs: 0 }),
    })
    if (!response.ok) throw new Error(`A search was answered with ${response.status}: ${await response.text()}`)
    const { results } = (await response.json()) as Found
    search[query] = results.map(({ uri, start, end, score }) => ({ place: `${toName(uri)} ${start}-${end}`, score }))
  }
  return {
    documents: documents
      .map(({ uri, title, language, tags, characters, passages }) => ({
        uri: toName(uri),
        title,
        language,
        tags,
        characters,
        passages,
      }))
      .sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    search,
    job: { status: job.status, error: job.error?.code ?? null, ...describeResult(job.result, toName) },
    measured: await readMeasured({ records, job }),
  }
}

/** Each run of the job, with its questions in the order in which they were put. */
async function readMeasured({ records, job }: { records: Records; job: Job }): Promise<object[]> {
  const { runs } = await records.qualityRuns.list({ limit: 100 })
  return Promise.all(
    runs
      .filter(({ jobId }) => jobId === job.id)
      .map(async ({ id, purpose, questions, report, verdict }) => ({
        purpose,
        questions,
        correct: report?.correct ?? null,
        passes: verdict?.passes ?? null,
        outcomes: (await records.qualityRuns.listOutcomes({ runId: id })).map((one) => `${one.id} ${one.correct}`),
      })),
  )
}

function describeResult(result: Job['result'], toName: (uri: string) => string): object {
  if (result === null) return {}
  if ('proof' in result) return { proof: result.proof }
  if ('measured' in result) return { questions: result.report.questions, correct: result.report.correct }
  const { added, updated, unchanged, moved, deleted, quarantined, failed, documents, passages } = result
  const failures = failed.map(({ uri, code }) => `${toName(uri)} ${code}`).sort()
  return { added, updated, unchanged, moved, deleted, quarantined, failures, documents, passages }
}

/** Where two states differ, each in a line; empty when they are the same. */
export function compareStates(expected: State, found: State): string[] {
  const lines: string[] = []
  const compare = (what: string, a: unknown, b: unknown) => {
    const [wanted, got] = [JSON.stringify(a), JSON.stringify(b)]
    if (wanted !== got) lines.push(`${what}: ${wanted} was expected, ${got} was found`)
  }
  compare('documents', expected.documents, found.documents)
  for (const query of Object.keys(expected.search))
    for (const missing of findMissing(expected.search[query] ?? [], found.search[query] ?? []))
      lines.push(`search for ${query}: ${missing}`)
  compare('job', expected.job, found.job)
  compare('measured', expected.measured, found.measured)
  return lines
}

/** Passages of one list that the other does not hold with like scores, either way round; the last ones may give way to others. */
function findMissing(expected: State['search'][string], found: State['search'][string]): string[] {
  const lines: string[] = []
  for (const [one, other, where] of [
    [expected, found, 'was expected'],
    [found, expected, 'was not expected'],
  ] as const)
    for (const { place, score } of one) {
      const twin = other.find((each) => each.place === place)
      const least = other.at(-1)?.score ?? 0
      const mayBeBeyond = !twin && score < least + tolerance
      if (!mayBeBeyond && Math.abs((twin?.score ?? -1) - score) > tolerance)
        lines.push(
          `${place} with ${score.toFixed(3)} ${where}, ${twin ? `not with ${twin.score.toFixed(3)}` : 'and the other list lacks it'}`,
        )
    }
  return lines
}
