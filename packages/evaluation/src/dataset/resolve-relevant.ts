import { createDatasetError } from './create-dataset-error.js'
import type { Dataset } from './dataset.js'

/**
 * The dataset with each `relevant` value replaced by the document id that `findDocumentId` gives for it: for sets that
 * name documents by file or by URI, or whose documents got ids of their own when they were ingested.
 * Errors: DATASET_INVALID when it gives null, with the path of each such value.
 */
export function resolveRelevant(options: {
  dataset: Dataset
  findDocumentId: (relevant: string) => string | null
}): Dataset {
  const { dataset, findDocumentId } = options
  const problems: { path: PropertyKey[]; message: string }[] = []
  const questions = dataset.questions.map((question, index) => {
    if (!question.relevant) return question
    const relevant = question.relevant.flatMap((name, position) => {
      const documentId = findDocumentId(name)
      if (documentId !== null) return [documentId]
      problems.push({ path: ['questions', index, 'relevant', position], message: `no document is known as "${name}"` })
      return []
    })
    return { ...question, relevant }
  })
  if (problems.length > 0) throw createDatasetError(problems)
  return { ...dataset, questions }
}
