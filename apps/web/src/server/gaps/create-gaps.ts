import { createHash } from 'node:crypto'
import {
  type Answer,
  type Embedder,
  type FailedQuestion,
  type GapMark,
  type GapRepository,
  ShuttenError,
} from '@shutten/core'
import type { Exploration, MeaningCluster } from '@shutten/retrieval'
import { createQuestionVectors } from './create-question-vectors'

/** Questions that are grouped; the most frequent ones. */
const questionsLooked = 500
/**
 * Least cosine to the question that leads a group. Of the questions of the golden and the development set, by the bundled embedder, 11
 * of the 15 pairs with the same expectation reach it, and 145 of the 51,345 others: these mostly ask another thing of the same subject.
 */
const threshold = 0.8
/** Questions of a group that are asked again when it is marked as solved. */
const askedAgain = 5

/** A question that failed, with what an editor said of it. */
export interface GapQuestion extends FailedQuestion {
  hash: string
  mark: GapMark | null
  /** Not marked, or asked in vain again since. */
  isOpen: boolean
}

/** Questions that mean the same, and that the sources do not answer well. */
export interface Gap {
  /** The hash of the question that leads it. */
  id: string
  question: string
  questions: GapQuestion[]
  /** How often they were asked so, all together. */
  times: number
  refused: number
  judgedBad: number
  /** ISO 8601, UTC. */
  lastAt: string
  state: 'open' | 'solved' | 'dismissed'
  /** Else there may be more questions to it: some are not embedded yet. */
  isWhole: boolean
}

interface Asked {
  from: Date
  /** How long new questions may be embedded before what is there is given. Without it, all are waited for. */
  patienceMs?: number
}

/** What came of asking a question again. */
export interface GapTrial {
  question: string
  isSolved: boolean
  answer: Answer
  /** The very words that a reader has judged bad before. */
  isSameAnswer: boolean
  /** What it says and no passage does, where it is not answered. */
  missing: Exploration['missing'] | null
}

export interface Gaps {
  /** Since `from`; the most frequent first. `ungrouped` of the questions stand alone because they are not embedded yet. */
  list(options: Asked): Promise<{ gaps: Gap[]; total: number; looked: number; ungrouped: number }>
  /** Errors: GAP_NOT_FOUND. */
  get(options: Asked & { id: string }): Promise<Gap>
  /**
   * Asks its questions again, the most frequent first; those that are answered now are solved. Errors: GAP_NOT_FOUND; those of
   * asking.
   */
  solve(options: { id: string; from: Date; by: string; signal?: AbortSignal }): Promise<{
    isSolved: boolean
    trials: GapTrial[]
  }>
  /** Puts it aside. Errors: GAP_NOT_FOUND. */
  dismiss(options: { id: string; from: Date; by: string; reason: string }): Promise<void>
  /** Takes back what was said of it. Errors: GAP_NOT_FOUND. */
  reopen(options: { id: string; from: Date }): Promise<void>
}

export function createGaps(options: {
  gaps: GapRepository
  embedder: Pick<Embedder, 'embedQuery'>
  cluster: (options: {
    items: readonly FailedQuestion[]
    vectors: readonly (Float32Array | null)[]
    threshold: number
  }) => MeaningCluster<FailedQuestion>[]
  fold: (text: string) => string
  ask: (question: string, signal?: AbortSignal) => Promise<Answer>
  explore: (query: string, signal?: AbortSignal) => Promise<Exploration>
}): Gaps {
  const { gaps, cluster, fold, ask, explore } = options
  const vectors = createQuestionVectors({ embedder: options.embedder, fold })
  const hashOf = (question: string) => createHash('sha256').update(fold(question)).digest('hex')

  async function list({ from, ...waiting }: Asked) {
    const { total, questions } = await gaps.listFailed({ from, limit: questionsLooked })
    const embedded = await vectors.embed(
      questions.map(({ question }) => question),
      waiting,
    )
    const clusters = cluster({ items: questions, vectors: embedded, threshold })
    const ungrouped = embedded.filter((vector) => vector === null).length
    const marks = await gaps.listMarks(questions.map(({ question }) => hashOf(question)))
    const found = clusters.map(({ leader, members }): Gap => {
      const all = members.map((one): GapQuestion => {
        const hash = hashOf(one.question)
        const mark = marks.get(hash) ?? null
        return { ...one, hash, mark, isOpen: mark === null || one.lastAt > mark.at }
      })
      const sum = (count: (one: FailedQuestion) => number) => all.reduce((total, one) => total + count(one), 0)
      return {
        id: hashOf(leader.question),
        question: leader.question,
        questions: all,
        times: sum(({ times }) => times),
        refused: sum(({ refused }) => refused),
        judgedBad: sum(({ judgedBad }) => judgedBad),
        lastAt:
          all
            .map(({ lastAt }) => lastAt)
            .sort()
            .at(-1) ?? leader.lastAt,
        state: all.some(({ isOpen }) => isOpen)
          ? 'open'
          : all.some(({ mark }) => mark?.isSolved)
            ? 'solved'
            : 'dismissed',
        isWhole: ungrouped === 0,
      }
    })
    found.sort((a, b) => b.times - a.times || b.lastAt.localeCompare(a.lastAt) || (a.id < b.id ? -1 : 1))
    return { gaps: found, total, looked: questions.length, ungrouped }
  }

  async function get({ id, ...asked }: Asked & { id: string }): Promise<Gap> {
    // Another question may have come to lead the group since its page was made.
    const found = (await list(asked)).gaps
    const gap =
      found.find((one) => one.id === id) ?? found.find(({ questions }) => questions.some(({ hash }) => hash === id))
    if (gap) return gap
    throw new ShuttenError({
      code: 'GAP_NOT_FOUND',
      message: 'There is no such gap in this period any more.',
      suggestion: 'Its readers may have deleted their questions. Look at the list again, or at a longer period.',
    })
  }

  return {
    list,
    get,
    async solve({ id, from, by, signal }) {
      const gap = await get({ id, from })
      const asked = [...gap.questions].sort((a, b) => Number(b.isOpen) - Number(a.isOpen)).slice(0, askedAgain)
      const trials: (GapTrial & { hash: string })[] = []
      for (const { question, hash, badAnswer } of asked) {
        const answer = await ask(question, signal)
        const isSameAnswer = badAnswer !== null && answer.answer === badAnswer
        const isSolved = answer.status === 'answered' && !answer.aside && !isSameAnswer
        const missing = isSolved ? null : (await explore(question, signal)).missing
        trials.push({ question, hash, isSolved, answer, isSameAnswer, missing })
      }
      const isSolved = trials.every((trial) => trial.isSolved)
      // What means the same and was not asked again stands and falls with what was.
      const solved = isSolved
        ? gap.questions.map(({ hash }) => hash)
        : trials.filter((trial) => trial.isSolved).map(({ hash }) => hash)
      const generation = trials[0]?.answer.generation ?? null
      await gaps.mark(solved.map((hash) => ({ hash, isSolved: true, reason: null, by, generation })))
      await gaps.unmark(trials.filter((trial) => !trial.isSolved).map(({ hash }) => hash))
      return { isSolved, trials: trials.map(({ hash: _, ...trial }) => trial) }
    },
    async dismiss({ id, from, by, reason }) {
      const { questions } = await get({ id, from })
      await gaps.mark(questions.map(({ hash }) => ({ hash, isSolved: false, reason, by, generation: null })))
    },
    async reopen({ id, from }) {
      const { questions } = await get({ id, from })
      await gaps.unmark(questions.map(({ hash }) => hash))
    },
  }
}
