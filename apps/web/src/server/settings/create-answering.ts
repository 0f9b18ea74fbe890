import type {
  Answer,
  AnswerEvent,
  Configuration,
  EffectiveSettings,
  Embedder,
  LanguageModelConfiguration,
  Reader,
  Reranker,
  ShuttenError,
} from '@shutten/core'
import type * as Retrieval from '@shutten/retrieval'
import { createRebuilt } from './create-rebuilt'
import { watchWriter } from './watch-writer'

/** Who answers, by the present settings. */
export interface Answering {
  answerer: Retrieval.Answerer
  /** Answers from the sources alone: what is shown to be answered is answered from the cache when it is clicked. */
  suggesting: Retrieval.Answerer
  explorer: Retrieval.Explorer
  /** `extractive`, or provider and model. */
  generator: string
}

/** What an answer is tried with, saved or not. */
export interface AnswerTrial {
  question: string
  llm: LanguageModelConfiguration | null
  threshold: number | null
  unsupportedSentences: 'drop' | 'mark'
  policy: Retrieval.GuardPolicy
  signal: AbortSignal
}

export interface TriedAnswer {
  answer: Answer
  /** Why the writer gave no answer, or not a whole one; `kind` sorts it, where it was asked at all. */
  failure: { kind: Retrieval.LlmFailure['kind'] | null; message: string; suggestion: string } | null
}

/**
 * The parts that answer, made of the settings as they are with each question. What needs no settings is given, and stays.
 * Errors of `get`: CONFIGURATION_INVALID, for a writer that the environment names.
 */
export function createAnswering(options: {
  retrieval: typeof Retrieval
  configuration: Pick<Configuration, 'llm' | 'answerCache' | 'embedder' | 'reranker' | 'adminPassword'>
  read: () => Promise<EffectiveSettings>
  generations: Retrieval.ServingGenerations
  open: Parameters<typeof Retrieval.createExplorer>[0]['open']
  embedder: Embedder
  reader: Reader
  reranker: Reranker | null
  synonyms: Retrieval.SynonymSource
  policy: Retrieval.GuardPolicySource
  onProblem: (error: ShuttenError) => void
}) {
  const { retrieval, configuration, generations, open, policy, onProblem } = options
  const { embedder, reader, reranker, synonyms } = options
  const shared = { generations, embedder, reader, reranker, synonyms }
  const { embedder: embedding, reranker: reranking, adminPassword } = configuration
  // What it never tells are the keys, also those that were set in the meantime.
  const makeGuard = (
    llm: LanguageModelConfiguration | null,
    source: Retrieval.GuardPolicySource | Retrieval.GuardPolicy,
  ) =>
    retrieval.createGuard({
      policy: source,
      secrets: [llm?.apiKey, embedding?.apiKey, reranking === 'none' ? null : reranking?.apiKey, adminPassword],
    })

  async function build({ llm, problem, threshold, unsupportedSentences }: EffectiveSettings): Promise<Answering> {
    if (problem) onProblem(problem)
    const writer = await retrieval.createEffectiveWriter({ llm, problem, isStrict: configuration.llm !== null })
    const guard = makeGuard(llm, policy)
    const calibration = retrieval.withThreshold(threshold)
    const cache = retrieval.createAnswerCache({ maxEntries: configuration.answerCache })
    const answerer = retrieval.createAnswerer({ ...shared, writer, cache, guard, calibration, unsupportedSentences })
    return {
      answerer,
      suggesting: writer ? retrieval.createAnswerer({ ...shared, guard, calibration }) : answerer,
      explorer: retrieval.createExplorer({ ...shared, open, guard, calibration }),
      generator: writer?.id ?? 'extractive',
    }
  }

  const current = createRebuilt({ read: options.read, build })
  const ofNow = (choose: (answering: Answering) => Retrieval.Answerer): Retrieval.Answerer => ({
    async *ask(request) {
      yield* choose(await current.get()).ask(request)
    },
  })

  return {
    get: current.get,
    answerer: ofNow(({ answerer }) => answerer),
    suggesting: ofNow(({ suggesting }) => suggesting),
    /** Answers once with other settings; nothing of it is kept. Errors: those of `Answerer.ask`; CONFIGURATION_INVALID. */
    async try({ question, llm, threshold, unsupportedSentences, policy, signal }: AnswerTrial): Promise<TriedAnswer> {
      const writer = llm && watchWriter(await retrieval.createConfiguredWriter(llm))
      const answerer = retrieval.createAnswerer({
        ...{ ...shared, writer: writer?.writer ?? null, unsupportedSentences },
        guard: makeGuard(llm, policy),
        calibration: retrieval.withThreshold(threshold),
      })
      let last: AnswerEvent | null = null
      for await (const event of answerer.ask({ question, isFresh: true, signal })) last = event
      if (last?.type !== 'done') throw new Error('An answer ended without its last event.')
      return { answer: last.answer, failure: writer?.findFailure() ?? null }
    },
  }
}
