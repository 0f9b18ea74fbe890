export type {
  Answer,
  AnswerEvent,
  AnswerSentence,
  AnswerUsage,
  AnswerWarning,
  Aside,
  Citation,
  Refusal,
  Support,
} from './answers/answer.js'
export { askRequestSchema, maxQuestionLength, parseQuestion, searchRequestSchema } from './answers/question.js'
export { withdrawAnswer } from './answers/withdraw-answer.js'
export { type ChatProvider, chatProviders } from './configuration/chat-providers.js'
export {
  type Configuration,
  type LanguageModelConfiguration,
  parseConfiguration,
  type RemoteModelConfiguration,
} from './configuration/parse-configuration.js'
export type { AppliedEdit, ShownEdit } from './documents/applied-edit.js'
export { describePlace } from './documents/describe-place.js'
export type { DocumentBlock, DocumentSummary, ExtractedDocument, StoredDocument } from './documents/document.js'
export type { DocumentPlace } from './documents/document-place.js'
export { findArchiveUri } from './documents/find-archive-uri.js'
export { findPlace } from './documents/find-place.js'
export { tagsSchema } from './documents/tags.js'
export { toShownEdits } from './documents/to-shown-edits.js'
export { toSourceOffset } from './documents/to-source-offset.js'
export { toSourceText } from './documents/to-source-text.js'
export type { Embedder, EmbedderLimits, EmbeddingCache } from './embedding/embedder.js'
export { type ErrorCode, errorTable } from './errors/error-table.js'
export { type ErrorBody, isShuttenError, ShuttenError } from './errors/shutten-error.js'
export { toAbortError } from './errors/to-abort-error.js'
export { toShuttenError } from './errors/to-shutten-error.js'
export { untilAborted } from './errors/until-aborted.js'
export type {
  CopiedEntry,
  Generation,
  GenerationEntry,
  GenerationManifest,
  GenerationPassage,
  GenerationStore,
  GenerationSummary,
  GenerationTexts,
  LinkedEntry,
} from './generations/generation.js'
export type { HygieneFinding } from './hygiene/hygiene-finding.js'
export {
  defaultHygieneActions,
  type HygieneAction,
  type HygieneKind,
  type HygienePolicy,
  hygieneActions,
  hygieneKinds,
  parseHygienePolicy,
} from './hygiene/hygiene-policy.js'
export type {
  LexicalEntry,
  LexicalHit,
  LexicalIndex,
  LexicalIndexBuilder,
  LexicalIndexFactory,
} from './indexing/lexical-index.js'
export { createOrdinalSet, type OrdinalSet } from './indexing/ordinal-set.js'
export type { VectorHit, VectorIndex, VectorIndexBuilder, VectorIndexFactory } from './indexing/vector-index.js'
export type { Language } from './language/language.js'
export type { Chunk, Passage } from './passages/passage.js'
export {
  type Account,
  type AccountRepository,
  type AccountSummary,
  type ApiKeySummary,
  type KeyScope,
  keyScopes,
  type Role,
  roles,
  type SessionSummary,
} from './records/accounts.js'
export type { AnswerLogRepository, AnswerSummary, LoggedAnswer } from './records/answer-log.js'
export type { AuditActorKind, AuditEntry, AuditRepository, NewAuditEntry } from './records/audit.js'
export type { Candidate, CandidateRepository, GenerationGate } from './records/candidates.js'
export type {
  Conversation,
  ConversationRepository,
  ConversationSummary,
  StoredTurn,
  Turn,
} from './records/conversations.js'
export {
  type DocumentBrowser,
  type DocumentFilter,
  type DocumentOrder,
  type DocumentState,
  documentOrders,
  type FailedItem,
} from './records/document-browser.js'
export type { ErasureRepository } from './records/erasure.js'
export type { ExclusionRepository, PassageExclusion } from './records/exclusions.js'
export {
  type Feedback,
  type FeedbackInput,
  type FeedbackReason,
  type FeedbackRepository,
  feedbackReasons,
  feedbackSchema,
  maxFeedbackComment,
} from './records/feedback.js'
export type { FailedQuestion, GapMark, GapRepository } from './records/gaps.js'
export type { DifferingDocuments, GenerationDifference, GenerationHistory } from './records/generation-history.js'
export type { JobProgress } from './records/job-progress.js'
export type {
  DeleteReport,
  DocumentChange,
  IngestReport,
  ItemFailure,
  ItemOutcome,
  Job,
  JobItem,
  JobItemCounts,
  JobItemStatus,
  JobKind,
  JobRequest,
  JobStatus,
  NewJob,
  RepeatedRuns,
  TextDocument,
} from './records/jobs.js'
export type { NewPassageEdit, PassageEdit, PassageEditRepository, ServingEdit } from './records/passage-edits.js'
export type { Passkey, PasskeyRepository, PasskeySummary } from './records/passkeys.js'
export {
  type GatedFigure,
  type GoldenExpectation,
  type GoldenQuestion,
  type GoldenQuestionRepository,
  type GoldenState,
  gatedFigures,
  type MeasureReport,
  type NewGoldenQuestion,
  type QualityConfiguration,
  type QualityFigures,
  type QualityOutcome,
  type QualityPurpose,
  type QualityReport,
  type QualityRun,
  type QualityRunRepository,
  type QualityShortfall,
  type QualityVerdict,
} from './records/quality.js'
export type { QualityMeasurer } from './records/quality-measurer.js'
export {
  type QualityPolicy,
  qualityPolicyKey,
  qualityPolicySchema,
  readQualityPolicy,
} from './records/quality-policy.js'
export type { QuarantinedDocument, QuarantineRepository, QuarantineStatus } from './records/quarantine.js'
export type {
  ClaimedJob,
  DocumentRepository,
  IngestionRepository,
  JobItemRepository,
  JobRepository,
  LeaseRepository,
  NewJobItem,
  ServingGeneration,
  SettingsRepository,
  StagedVersion,
} from './records/repositories.js'
export type { SharedConversation, ShareRepository, ShareSummary } from './records/shares.js'
export type {
  ItemVisit,
  KnownSourceItem,
  SourceRecord,
  SourceRepository,
  StartedRun,
} from './records/sources.js'
export { toReleaseJob } from './records/to-release-job.js'
export { toScopes } from './records/to-scopes.js'
export { getDateRange } from './retrieval/date-range.js'
export { foldTag } from './retrieval/fold-tag.js'
export { isUnderSource } from './retrieval/is-under-source.js'
export { normalizeUri } from './retrieval/normalize-uri.js'
export type { ReadAnswer, Reader, Reading } from './retrieval/reader.js'
export type { Reranker, RerankPassage, RerankScore } from './retrieval/reranker.js'
export { parseSearchFilters, type SearchFilters, searchFiltersSchema } from './retrieval/search-filters.js'
export type {
  FoldedPassage,
  SearchMatch,
  SearchResponse,
  SearchResult,
  SearchSignals,
} from './retrieval/search-result.js'
export type { RetentionRun } from './settings/retention-run.js'
export {
  type AnswerSettings,
  type ConversationSettings,
  type LanguageSettings,
  type SettingSection,
  type SettingSections,
  type StoredSettings,
  settingSchemas,
} from './settings/setting-sections.js'
export type { EffectiveSettings, SettingsStore, StoredKey } from './settings/settings-store.js'
export { needsKey, type WriterSettings, writerSettingsSchema } from './settings/writer-settings.js'
export type { SkippedItems } from './sources/skipped-items.js'
export {
  type SourceDefinition,
  type SourceKind,
  type SourceLimits,
  type SourceSchedule,
  sourceKinds,
} from './sources/source-definition.js'
export type {
  ItemContent,
  ItemResult,
  KnownItem,
  ListedItem,
  SourceListing,
  SourceValidators,
} from './sources/source-item.js'
