import type { Interval } from '../metrics/bootstrap-interval.js'
import type { Measures } from '../metrics/metric-name.js'
import type { Perturbation } from './perturbation.js'

export interface DamagedOutcome {
  /** Id of the question that it was made from. */
  original: string
  /** Kind of that question. */
  kind: string
  perturbation: Perturbation
  /** As it was searched for. */
  question: string
  /** Of the first relevant item, from 1; null when not found. */
  rank: number | null
  measures: Measures
  error?: { code: string; message: string }
}

/** What a group of damaged questions loses, against the same questions undamaged. */
export interface RobustnessLoss {
  /** Damaged questions. */
  questions: number
  /** MRR@10 of the originals (each as often as it was damaged), and of the damaged ones. */
  before: number
  after: number
  /** before - after: above zero is worse. */
  loss: number
  /** 95 %, of questions drawn with all that was made of them. */
  interval: Interval
}

export interface RobustnessReport {
  seed: number
  overall: RobustnessLoss
  byPerturbation: Partial<Record<Perturbation, RobustnessLoss>>
  /** By kind of question. */
  byKind: Record<string, RobustnessLoss>
  damaged: DamagedOutcome[]
}
