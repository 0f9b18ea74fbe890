import path from 'node:path'
import type {
  AccountRepository,
  AnswerLogRepository,
  AuditRepository,
  CandidateRepository,
  ConversationRepository,
  DocumentBrowser,
  DocumentRepository,
  ErasureRepository,
  ExclusionRepository,
  FeedbackRepository,
  GapRepository,
  GenerationHistory,
  GoldenQuestionRepository,
  IngestionRepository,
  JobItemRepository,
  JobRepository,
  LeaseRepository,
  PassageEditRepository,
  PasskeyRepository,
  QualityRunRepository,
  QuarantineRepository,
  SettingsRepository,
  ShareRepository,
  SourceRepository,
} from '@shutten/core'
import { checkRecords } from './check-records.js'
import { type Connection, openConnection } from './connection/open-connection.js'
import { truncateLog } from './connection/truncate-log.js'
import { toDatabaseError } from './errors/to-database-error.js'
import { withCodedErrors } from './errors/with-coded-errors.js'
import { findLeftovers } from './find-leftovers.js'
import { migrations } from './generated/migrations.js'
import { applyMigrations } from './migrations/apply-migrations.js'
import { createPrismaClient } from './prisma-client.js'
import { createAccountRepository } from './repositories/account-repository.js'
import { createAnswerLogRepository } from './repositories/answer-log-repository.js'
import { createAuditRepository } from './repositories/audit-repository.js'
import { createCandidateRepository } from './repositories/candidate-repository.js'
import type { Clock } from './repositories/clock.js'
import { createConversationRepository } from './repositories/conversation-repository.js'
import { createDocumentBrowser } from './repositories/document-browser.js'
import { createDocumentRepository } from './repositories/document-repository.js'
import { createEmbeddingCache, type PrunableEmbeddingCache } from './repositories/embedding-cache.js'
import { createErasureRepository } from './repositories/erasure-repository.js'
import { createExclusionRepository } from './repositories/exclusion-repository.js'
import { createFeedbackRepository } from './repositories/feedback-repository.js'
import { createGapRepository } from './repositories/gap-repository.js'
import { createGenerationHistory } from './repositories/generation-history.js'
import { createGoldenQuestionRepository } from './repositories/golden-question-repository.js'
import { createIngestionRepository } from './repositories/ingestion-repository.js'
import { createJobItemRepository } from './repositories/job-item-repository.js'
import { createJobRepository } from './repositories/job-repository.js'
import { createLeaseRepository } from './repositories/lease-repository.js'
import { createPassageEditRepository } from './repositories/passage-edit-repository.js'
import { createPasskeyRepository } from './repositories/passkey-repository.js'
import { createQualityRunRepository } from './repositories/quality-run-repository.js'
import { createQuarantineRepository } from './repositories/quarantine-repository.js'
import { createSettingsRepository } from './repositories/settings-repository.js'
import { createShareRepository } from './repositories/share-repository.js'
import { createSourceRepository } from './repositories/source-repository.js'

export interface Database {
  documents: DocumentRepository
  documentBrowser: DocumentBrowser
  ingestion: IngestionRepository
  generationHistory: GenerationHistory
  candidates: CandidateRepository
  goldenQuestions: GoldenQuestionRepository
  qualityRuns: QualityRunRepository
  gaps: GapRepository
  jobs: JobRepository
  jobItems: JobItemRepository
  quarantine: QuarantineRepository
  sources: SourceRepository
  exclusions: ExclusionRepository
  edits: PassageEditRepository
  erasure: ErasureRepository
  leases: LeaseRepository
  settings: SettingsRepository
  conversations: ConversationRepository
  answerLog: AnswerLogRepository
  feedback: FeedbackRepository
  shares: ShareRepository
  accounts: AccountRepository
  passkeys: PasskeyRepository
  audit: AuditRepository
  embeddingCache: PrunableEmbeddingCache
  /** Reads every byte. Gives what is wrong, empty when all is well. */
  check(): Promise<string[]>
  /** Rows that nobody needs any more and no job has removed, by kind; empty when there are none. */
  findLeftovers(): Promise<string[]>
  close(): Promise<void>
}

/**
 * Opens the records in a SQLite file, creates and migrates it as needed. Any number of processes may have it open.
 * Errors: DATA_FOLDER_UNWRITABLE, DATABASE_DAMAGED, DATABASE_VERSION_UNKNOWN, DATABASE_BUSY, DISK_FULL; of every
 * method also DATABASE_FAILED.
 */
export async function createDatabase(options: {
  file: string
  /** How long a writer waits for another process before DATABASE_BUSY. */
  busyTimeoutMs?: number
  clock?: Clock
}): Promise<Database> {
  const file = path.resolve(options.file)
  const { busyTimeoutMs = 30_000, clock = () => new Date() } = options
  const connection = await openMigrated({ file, busyTimeoutMs })
  const prisma = createPrismaClient({ connection, busyTimeoutMs })
  const coded = <T extends object>(repository: T) => withCodedErrors({ repository, file })
  const clearLog = () => truncateLog({ prisma })

  return {
    documents: coded(createDocumentRepository({ prisma })),
    documentBrowser: coded(createDocumentBrowser({ prisma })),
    ingestion: coded(createIngestionRepository({ prisma, clock, truncateLog: clearLog })),
    generationHistory: coded(createGenerationHistory({ prisma })),
    candidates: coded(createCandidateRepository({ prisma, clock })),
    goldenQuestions: coded(createGoldenQuestionRepository({ prisma, clock })),
    qualityRuns: coded(createQualityRunRepository({ prisma, clock })),
    gaps: coded(createGapRepository({ prisma, clock })),
    jobs: coded(createJobRepository({ prisma, clock })),
    jobItems: coded(createJobItemRepository({ prisma, clock })),
    quarantine: coded(createQuarantineRepository({ prisma, clock })),
    sources: coded(createSourceRepository({ prisma, clock })),
    exclusions: coded(createExclusionRepository({ prisma, clock })),
    edits: coded(createPassageEditRepository({ prisma, clock })),
    erasure: coded(createErasureRepository({ prisma, clock, truncateLog: clearLog })),
    leases: coded(createLeaseRepository({ prisma, clock })),
    settings: coded(createSettingsRepository({ prisma })),
    conversations: coded(createConversationRepository({ prisma, clock })),
    answerLog: coded(createAnswerLogRepository({ prisma })),
    feedback: coded(createFeedbackRepository({ prisma, clock })),
    shares: coded(createShareRepository({ prisma, clock })),
    accounts: coded(createAccountRepository({ prisma, clock })),
    passkeys: coded(createPasskeyRepository({ prisma, clock })),
    audit: coded(createAuditRepository({ prisma, clock })),
    embeddingCache: coded(createEmbeddingCache({ prisma, truncateLog: clearLog })),
    ...coded({
      check: () => checkRecords({ prisma, connection }),
      findLeftovers: () => findLeftovers({ prisma }),
      async close() {
        if (!connection.open) return
        try {
          // Statements that the driver has not let go keep SQLite from doing this when the connection closes.
          await truncateLog({ prisma, attempts: 1 })
        } catch {
          // On a full disk, say. The log stays, and whoever opens the file next has it: nothing is lost.
        } finally {
          await prisma.$disconnect()
        }
      },
    }),
  }
}

async function openMigrated(options: { file: string; busyTimeoutMs: number }): Promise<Connection> {
  let connection: Connection | undefined
  try {
    connection = await openConnection(options)
    await applyMigrations({ connection, migrations, busyTimeoutMs: options.busyTimeoutMs })
    return connection
  } catch (error) {
    connection?.close()
    throw toDatabaseError({ error, file: options.file })
  }
}
