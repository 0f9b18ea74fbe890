export { defaultCalibration, type EvidenceCalibration, withThreshold } from './answer/calibration.js'
export { type Answerer, createAnswerer } from './answer/create-answerer.js'
export { finishAnswer } from './answer/finish-answer.js'
export { type Assistant, createAssistant } from './assistant/create-assistant.js'
export { type AnswerCache, createAnswerCache } from './cache/create-answer-cache.js'
export { createExplorer, type Explorer } from './explore/create-explorer.js'
export type {
  Exploration,
  ExploredPassage,
  ExploreOptions,
  Gate,
  GateEvidence,
  StagePlace,
} from './explore/exploration.js'
export type { MissingTerms } from './explore/find-missing.js'
export { clusterQuestions, type MeaningCluster } from './gaps/cluster-questions.js'
export {
  createServingGenerations,
  type GenerationLease,
  type ServingGenerations,
} from './generations/create-serving-generations.js'
export { findExcluded } from './generations/find-excluded.js'
export { withExclusions } from './generations/with-exclusions.js'
export { createGuard, type Guard, type GuardFinding } from './guard/create-guard.js'
export { type GuardCategory, type GuardMode, type GuardPolicy, parseGuardPolicy } from './guard/guard-policy.js'
export type { GuardPolicySource } from './guard/guard-policy-source.js'
export { openGuardPolicyFile } from './guard/open-guard-policy-file.js'
export { type AnalyzedQuestion, analyzeQuestion, type QuestionKind } from './question/analyze-question.js'
export { createReaderReranker } from './rerank/create-reader-reranker.js'
export { createSearcher, type Searcher } from './search/create-searcher.js'
export { defaultRetrievalSettings, type RetrievalSettings } from './search/retrieval-settings.js'
export type { SearchOptions } from './search/search-options.js'
export { createSuggester, type Suggester } from './suggest/create-suggester.js'
export { withTriedSuggestions } from './suggest/with-tried-suggestions.js'
export { openSynonymFile } from './synonyms/open-synonym-file.js'
export type { SynonymSource } from './synonyms/synonym-source.js'
export type { AnswerWriter } from './write/answer-writer.js'
export { createConfiguredWriter } from './write/create-configured-writer.js'
export { createEffectiveWriter } from './write/create-effective-writer.js'
export { estimateTokens } from './write/estimate-tokens.js'
export type { LlmFailure } from './write/llm-failure.js'
