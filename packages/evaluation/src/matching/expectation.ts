import { foldText } from '@shutten/text'
import type { DatasetQuestion } from '../dataset/dataset.js'

/** What a right answer holds, folded for comparison (NFKC, case and white space). */
export interface Expectation {
  /** Groups of variants; empty when nothing is expected. */
  groups: string[][]
  evidence: string | null
}

export function foldExpectation(question: DatasetQuestion): Expectation {
  return {
    groups: (question.answers ?? []).map((group) => group.map(foldText)),
    evidence: question.evidence === undefined ? null : foldText(question.evidence),
  }
}
