import { access, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type EvaluationReport, slimReport } from '@shutten/evaluation'
import { writeWholeFile } from './write-whole-file.js'

/** Runs under version control, one of each dataset: what a change is measured against. */
export interface CommittedRuns {
  /** The file of a dataset's run; null when there is none. */
  find(dataset: string): Promise<string | null>
  /** Makes a run the one to compare with. Gives the file. */
  save(report: EvaluationReport): Promise<string>
}

export function openCommittedRuns(options: { folder: string }): CommittedRuns {
  const { folder } = options
  const fileOf = (dataset: string) =>
    path.join(folder, `${dataset.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-') || 'dataset'}.json`)
  return {
    async find(dataset) {
      const file = fileOf(dataset)
      return access(file).then(
        () => file,
        () => null,
      )
    },
    async save(report) {
      const { perQuestion, ...head } = slimReport(report)
      // A line for each question: a change of one is a change of one line.
      const lines = perQuestion.map((outcome) => `  ${JSON.stringify(outcome)}`)
      const text = `${JSON.stringify(head).slice(0, -1)},"perQuestion":[\n${lines.join(',\n')}\n]}\n`
      const file = fileOf(report.dataset)
      await mkdir(folder, { recursive: true })
      await writeWholeFile({ file, text })
      return file
    },
  }
}
