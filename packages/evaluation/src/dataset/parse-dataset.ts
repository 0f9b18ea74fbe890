import { foldText } from '@shutten/text'
import { z } from 'zod'
import { createDatasetError } from './create-dataset-error.js'
import type { Dataset } from './dataset.js'

const id = z.string().min(1, 'must not be empty')
// A string that folds to nothing would be held by every text.
const matchable = z.string().refine((text) => foldText(text) !== '', 'must hold more than white space')

const documentSchema = z.looseObject({ id, title: z.string(), text: matchable, lang: z.string().optional() })

const questionSchema = z.looseObject({
  id,
  question: matchable,
  lang: z.string().optional(),
  kind: z.string().min(1, 'must not be empty').optional(),
  relevant: z.array(id).optional(),
  answers: z
    .array(z.array(matchable).min(1, 'a group needs at least one string'))
    .min(1, 'needs at least one group; null for a question that must be refused')
    .nullish(),
  evidence: matchable.optional(),
})

const datasetSchema = z
  .looseObject({
    name: z.string().min(1, 'must not be empty'),
    documents: z.array(documentSchema).min(1, 'leave it out to use the documents already ingested').optional(),
    questions: z.array(questionSchema).min(1, 'needs at least one question'),
  })
  .superRefine(({ documents, questions }, context) => {
    const report = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message, input: undefined })
    findRepeated(questions).forEach((index) => {
      report(['questions', index, 'id'], `"${questions[index]?.id}" is the id of an earlier question`)
    })
    if (!documents) return
    findRepeated(documents).forEach((index) => {
      report(['documents', index, 'id'], `"${documents[index]?.id}" is the id of an earlier document`)
    })
    const known = new Set(documents.map((document) => document.id))
    questions.forEach((question, index) => {
      question.relevant?.forEach((relevant, position) => {
        if (!known.has(relevant))
          report(
            ['questions', index, 'relevant', position],
            `"${relevant}" is not the id of a document of this dataset`,
          )
      })
    })
  })

/**
 * Checks a dataset as it comes from JSON. Keys that the format does not know are left alone.
 * Errors: DATASET_INVALID, with the path of each thing that is wrong.
 */
export function parseDataset(input: unknown): Dataset {
  const { dataset, problems } = checkDataset(input)
  if (!dataset) throw createDatasetError(problems)
  return dataset
}

/** As `parseDataset`, with what is wrong in place of an error. */
export function checkDataset(
  input: unknown,
):
  | { dataset: Dataset; problems: readonly [] }
  | { dataset: null; problems: readonly { path: readonly PropertyKey[]; message: string }[] } {
  const result = datasetSchema.safeParse(input)
  return result.success ? { dataset: result.data, problems: [] } : { dataset: null, problems: result.error.issues }
}

function findRepeated(items: readonly { id: string }[]): number[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    if (seen.has(item.id)) return [index]
    seen.add(item.id)
    return []
  })
}
