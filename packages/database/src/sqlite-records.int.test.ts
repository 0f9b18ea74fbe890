import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, onTestFinished } from 'vitest'
import { createDatabase } from './create-database.js'
import { accountRepositorySuite } from './suites/account-repository.suite.js'
import { answerLogRepositorySuite } from './suites/answer-log-repository.suite.js'
import { auditRepositorySuite } from './suites/audit-repository.suite.js'
import { candidateRepositorySuite } from './suites/candidate-repository.suite.js'
import { conversationRepositorySuite } from './suites/conversation-repository.suite.js'
import { documentRepositorySuite } from './suites/document-repository.suite.js'
import { embeddingCacheSuite } from './suites/embedding-cache.suite.js'
import { feedbackRepositorySuite } from './suites/feedback-repository.suite.js'
import { gapRepositorySuite } from './suites/gap-repository.suite.js'
import { goldenQuestionRepositorySuite, qualityRunRepositorySuite } from './suites/golden-question-repository.suite.js'
import { ingestionRepositorySuite } from './suites/ingestion-repository.suite.js'
import { jobItemRepositorySuite } from './suites/job-item-repository.suite.js'
import { jobRepositorySuite } from './suites/job-repository.suite.js'
import { leaseRepositorySuite } from './suites/lease-repository.suite.js'
import { passageEditRepositorySuite } from './suites/passage-edit-repository.suite.js'
import { passkeyRepositorySuite } from './suites/passkey-repository.suite.js'
import { quarantineRepositorySuite } from './suites/quarantine-repository.suite.js'
import { settingsRepositorySuite } from './suites/settings-repository.suite.js'
import { shareRepositorySuite } from './suites/share-repository.suite.js'
import { sourceRepositorySuite } from './suites/source-repository.suite.js'
import type { SuiteOptions } from './suites/suite-options.js'
import { switchSuite } from './suites/switch.suite.js'

const sqlite: SuiteOptions = {
  async open(options) {
    const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db'), ...options })
    onTestFinished(() => database.close())
    return database
  },
}

describe('settings', () => settingsRepositorySuite(sqlite))
describe('leases', () => leaseRepositorySuite(sqlite))
describe('jobs', () => jobRepositorySuite(sqlite))
describe('job items', () => jobItemRepositorySuite(sqlite))
describe('edits', () => passageEditRepositorySuite(sqlite))
describe('quarantine', () => quarantineRepositorySuite(sqlite))
describe('sources', () => sourceRepositorySuite(sqlite))
describe('conversations', () => conversationRepositorySuite(sqlite))
describe('answer log', () => answerLogRepositorySuite(sqlite))
describe('feedback', () => feedbackRepositorySuite(sqlite))
describe('shares', () => shareRepositorySuite(sqlite))
describe('accounts', () => accountRepositorySuite(sqlite))
describe('passkeys', () => passkeyRepositorySuite(sqlite))
describe('audit log', () => auditRepositorySuite(sqlite))
describe('embedding cache', () => embeddingCacheSuite(sqlite))
describe('ingestion', () => ingestionRepositorySuite(sqlite))
describe('switch', () => switchSuite(sqlite))
describe('documents', () => documentRepositorySuite(sqlite))
describe('candidates', () => candidateRepositorySuite(sqlite))
describe('golden questions', () => goldenQuestionRepositorySuite(sqlite))
describe('quality runs', () => qualityRunRepositorySuite(sqlite))
describe('gaps', () => gapRepositorySuite(sqlite))
