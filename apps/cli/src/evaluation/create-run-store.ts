import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { type EvaluationReport, parseReport } from '@shutten/evaluation'
import { writeWholeFile } from './write-whole-file.js'

const ending = '.json'

/** What a list of runs shows of one. */
export interface RunSummary {
  id: string
  createdAt: string
  dataset: string
  questions: number
  /** Null: not measured. */
  figures: { 'mrr@10': number | null; correct: number | null; 'refusal.f1': number | null }
}

/** Runs of evaluations, each a report in a file of its own. */
export interface RunStore {
  readonly folder: string
  /** Names a run of now, of this dataset. */
  createId(options: { dataset: string; now?: Date }): string
  /** Gives the file. */
  save(report: EvaluationReport & { run: { id: string } }): Promise<string>
  /** Newest first. Files that hold no report are left out. */
  list(): Promise<RunSummary[]>
  /**
   * A run by its id or the beginning of one, `latest` (of that dataset), or a report by its file.
   * Errors: RUN_NOT_FOUND, REPORT_INVALID.
   */
  get(reference: string, options?: { dataset?: string }): Promise<EvaluationReport>
}

export function createRunStore(options: { folder: string }): RunStore {
  const { folder } = options
  const fileOf = (id: string) => path.join(folder, id + ending)

  /** Ids begin with their time: in order of the alphabet they are in order of time. */
  const listIds = async () => {
    const names = await readdir(folder).catch(() => [])
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .sort()
      .reverse()
  }

  const list = async () => {
    const summaries: RunSummary[] = []
    for (const id of await listIds()) {
      const report = await readReport(fileOf(id)).catch(() => null)
      if (report?.run)
        summaries.push({
          id,
          createdAt: report.run.createdAt,
          dataset: report.dataset,
          questions: report.questions,
          figures: {
            'mrr@10': report.retrieval['mrr@10'],
            correct: report.answers.correct,
            'refusal.f1': report.answers.refusal.f1,
          },
        })
    }
    return summaries
  }

  /** The one id that is meant; null when there is none. */
  const findId = async (reference: string, dataset?: string) => {
    const ids = await listIds()
    if (reference === 'latest') {
      const ending = dataset === undefined ? '' : `-${toFileName(dataset)}`
      return ids.find((id) => id.endsWith(ending)) ?? null
    }
    if (ids.includes(reference)) return reference
    const matching = ids.filter((id) => id.startsWith(reference))
    if (matching.length > 1)
      throw createNotFound({ reference, reason: `${matching.length} runs begin with it`, folder })
    return matching[0] ?? null
  }

  return {
    folder,
    createId: ({ dataset, now = new Date() }) =>
      `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${toFileName(dataset)}`,
    async save(report) {
      await mkdir(folder, { recursive: true })
      const file = fileOf(report.run.id)
      await writeWholeFile({ file, text: JSON.stringify(report) })
      return file
    },
    list,
    async get(reference, { dataset } = {}) {
      const id = /[/\\]|\.json$/.test(reference) ? null : await findId(reference, dataset)
      const file = id === null ? path.resolve(reference) : fileOf(id)
      const report = await readReport(file)
      if (report) return report
      throw createNotFound({ reference, reason: 'there is neither such a run nor such a file', folder })
    },
  }
}

/** Null when there is no such file. Errors: REPORT_INVALID. */
async function readReport(file: string): Promise<EvaluationReport | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ShuttenError({
      code: 'REPORT_INVALID',
      message: `${file} is no JSON: ${(cause as Error).message}`,
      suggestion: 'Name a kept run (`pnpm shutten eval --list`), or a file written by `eval --out`.',
      cause,
    })
  }
  return parseReport(value)
}

function createNotFound(options: { reference: string; reason: string; folder: string }): ShuttenError {
  return new ShuttenError({
    code: 'RUN_NOT_FOUND',
    message: `The run ${options.reference} was not found in ${options.folder}: ${options.reason}.`,
    suggestion: 'Look at `pnpm shutten eval --list` for the runs that were kept, or name a report file.',
  })
}

/** Letters and digits of any script; all else becomes a hyphen. */
function toFileName(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}._]+/gu, '-')
      .replace(/^[-.]+|-+$/g, '')
      .slice(0, 60) || 'dataset'
  )
}
