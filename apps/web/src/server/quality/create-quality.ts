import {
  type CandidateRepository,
  type GoldenQuestionRepository,
  type NewGoldenQuestion,
  type QualityPolicy,
  type QualityRunRepository,
  qualityPolicyKey,
  readQualityPolicy,
  type SettingsRepository,
} from '@shutten/core'
import type { Dataset, DatasetQuestion } from '@shutten/evaluation'

/** Golden questions, what they came to, and what of it is asked of an index before it may serve. */
export interface Quality {
  questions: GoldenQuestionRepository
  runs: QualityRunRepository
  candidates: CandidateRepository
  getPolicy(): Promise<QualityPolicy>
  savePolicy(policy: QualityPolicy): Promise<void>
  /** Errors: DATASET_INVALID, by line. */
  parseDataset(text: string): Dataset
  fromDataset(options: { question: DatasetQuestion; by: string }): NewGoldenQuestion & { id: string }
  /** All golden questions in the format of datasets. */
  exportDataset(): Promise<Dataset>
}

export function createQuality(options: {
  questions: GoldenQuestionRepository
  runs: QualityRunRepository
  candidates: CandidateRepository
  settings: SettingsRepository
  evaluation: Pick<typeof import('@shutten/evaluation'), 'parseDatasetText' | 'fromDatasetQuestion' | 'toDataset'>
}): Quality {
  const { questions, runs, candidates, settings, evaluation } = options
  return {
    questions,
    runs,
    candidates,
    getPolicy: async () => readQualityPolicy(await settings.find(qualityPolicyKey)),
    savePolicy: (policy) => settings.save(qualityPolicyKey, JSON.stringify(policy)),
    parseDataset: evaluation.parseDatasetText,
    fromDataset: evaluation.fromDatasetQuestion,
    exportDataset: async () =>
      evaluation.toDataset({ name: 'golden', questions: await questions.listAll({ all: true }) }),
  }
}
