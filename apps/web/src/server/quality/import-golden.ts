import { ShuttenError } from '@shutten/core'
import type { Dataset } from '@shutten/evaluation'
import type { Quality } from './create-quality'

/** What an import did. */
export interface GoldenImport {
  added: number
  changed: number
  unchanged: number
}

/**
 * Takes the questions of a dataset file over: those of known ids take the place of the ones that are there, the others are new; all or none.
 * Errors: DATASET_INVALID, with the line of each thing that is wrong.
 */
export async function importGolden(options: { quality: Quality; text: string; by: string }): Promise<GoldenImport> {
  const { quality, text, by } = options
  const dataset = quality.parseDataset(text)
  assertForHere(dataset)
  const { added, changed, unchanged } = await quality.questions.save(
    dataset.questions.map((question) => quality.fromDataset({ question, by })),
  )
  return { added: added.length, changed: changed.length, unchanged: unchanged.length }
}

function assertForHere({ documents, name }: Dataset): void {
  if (!documents) return
  throw new ShuttenError({
    code: 'DATASET_INVALID',
    message: `The dataset “${name.slice(0, 100)}” brings ${documents.length} documents of its own; nothing was taken over.`,
    suggestion:
      'Golden questions are about what is indexed here: add its documents first, and import the questions without them.',
  })
}
