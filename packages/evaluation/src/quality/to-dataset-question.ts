import type { GoldenQuestion, NewGoldenQuestion } from '@shutten/core'
import type { Dataset, DatasetQuestion } from '../dataset/dataset.js'

/** A golden question as the format of datasets has it. */
export function toDatasetQuestion(golden: GoldenQuestion): DatasetQuestion {
  const { id, question, language, kind, expects, answers, relevant, evidence } = golden
  return {
    id,
    question,
    ...(language && { lang: language }),
    ...(kind && { kind }),
    ...(relevant.length > 0 && { relevant }),
    ...(expects === 'nothing' ? {} : { answers: expects === 'refusal' ? null : answers }),
    ...(evidence && { evidence }),
  }
}

/** A question of a dataset as it is kept. A language that is not known here is left out. */
export function fromDatasetQuestion(options: {
  question: DatasetQuestion
  by: string
}): NewGoldenQuestion & { id: string } {
  const { question, by } = options
  const { id, lang, kind, answers, relevant = [], evidence } = question
  return {
    id,
    question: question.question,
    language: lang === 'ja' || lang === 'en' ? lang : null,
    kind: kind ?? null,
    expects: answers === undefined ? 'nothing' : answers === null ? 'refusal' : 'answer',
    answers: answers ?? [],
    relevant,
    evidence: evidence ?? null,
    isEnabled: true,
    by,
  }
}

/** All of them as a dataset, in the order of their ids; it reads back to the same. */
export function toDataset(options: { name: string; questions: readonly GoldenQuestion[] }): Dataset {
  return { name: options.name, questions: options.questions.map(toDatasetQuestion) }
}
