// Fills the records of a data folder, to see how the admin pages do with many rows. What serves gets them as documents, too, so
// use a copy of a folder that holds a few articles.
//   node scripts/seed-admin.mjs FOLDER [COUNT]      100,000 unless told
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'

const [folder, asked = '100000'] = process.argv.slice(2)
const count = Number(asked)
if (!folder || !Number.isInteger(count) || count < 1) {
  say('error[INPUT_INVALID] Name a data folder, and how many rows: node scripts/seed-admin.mjs FOLDER 100000')
  process.exit(64)
}
const Database = createRequire(path.join(root, 'packages/database/package.json'))('libsql')
const database = new Database(path.join(folder, 'shutten.db'))
const serving = database.prepare('SELECT "generationId" AS id FROM "Serving"').get()?.id
const turn = database.prepare('SELECT "answer" FROM "Turn" ORDER BY length("answer") DESC LIMIT 1').get()?.answer
if (!serving || !turn) {
  say('error[INDEX_EMPTY] The folder has to hold articles, and an answer: ingest some and ask once.')
  process.exit(65)
}

const start = Date.parse('2026-01-01T00:00:00Z')
const at = (number) => new Date(start + number * 60_000).toISOString().replace('Z', '+00:00')
const recent = (number) => new Date(Date.now() - number * 20_000).toISOString().replace('Z', '+00:00')
const text = '休暇の申請は前日までに行う。担当は人事課である。\n'.repeat(80)
/** Rows by one statement: the numbers from 0 on travel as one value. */
const insert = (sql, toRow) => {
  for (let from = 0; from < count; from += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, count - from) }, (_, i) => toRow(from + i))
    database.prepare(`${sql} FROM json_each(?)`).run(JSON.stringify(rows))
  }
}
const values = (length) => Array.from({ length }, (_, i) => `value ->> ${i}`).join(', ')

const before = 'seeded-generation'
database.exec('BEGIN')
database
  .prepare('INSERT OR REPLACE INTO "Generation" VALUES (?, ?, ?, ?, ?)')
  .run(before, 'seeded', count, count, at(0))
insert(
  `INSERT INTO "DocumentVersion" ("id", "documentId", "uri", "title", "language", "mediaType", "contentHash", "textHash", "text",
  "blocks", "characters", "tags", "chunker", "passages", "createdAt") SELECT ${values(15)}`,
  (i) => [
    `sv${i}`,
    `sd${i}`,
    `file:///seed/${i}.md`,
    `規定 ${i}`,
    'ja',
    'text/markdown',
    `h${i}`,
    `t${i}`,
    text,
    '[]',
    text.length,
    '[]',
    'seed',
    1,
    at(i),
  ],
)
insert(
  `INSERT INTO "Document" ("id", "uri", "title", "language", "mediaType", "contentHash", "characters", "passages", "tags",
  "currentVersionId", "createdAt", "updatedAt") SELECT ${values(12)}`,
  (i) => [
    `sd${i}`,
    `file:///seed/${i}.md`,
    `規定 ${i}`,
    'ja',
    'text/markdown',
    `h${i}`,
    text.length,
    1,
    '[]',
    `sv${i}`,
    at(i),
    at(i),
  ],
)
insert(`INSERT INTO "GenerationDocument" SELECT ${values(3)}`, (i) => [serving, `sd${i}`, `sv${i}`])
insert(`INSERT INTO "GenerationDocument" SELECT ${values(3)}`, (i) => [
  before,
  i % 10 ? `sd${i}` : `gone${i}`,
  `sv${i}`,
])
insert(
  `INSERT INTO "Quarantine" ("id", "uri", "title", "mediaType", "text", "textHash", "findings", "status", "createdAt", "kinds")
  SELECT ${values(10)}`,
  (i) => [
    `sq${i}`,
    `file:///held/${i}.md`,
    `留め置き ${i}`,
    'text/markdown',
    text,
    `h${i}`,
    JSON.stringify([
      {
        kind: 'instruction',
        rule: 'override',
        severity: 'high',
        action: 'quarantine',
        field: 'text',
        start: 0,
        end: 14,
        reason: { ja: '指示があります。', en: 'It holds an instruction.' },
      },
    ]),
    i % 3 ? 'held' : 'rejected',
    at(i),
    ',instruction,',
  ],
)
database
  .prepare(
    'INSERT OR REPLACE INTO "Conversation" ("id", "owner", "title", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?)',
  )
  .run('seeded', 'seed', '試し', at(0), at(0))
for (let i = 0; i < count; i++)
  database
    .prepare(
      'INSERT INTO "Turn" ("conversationId", "index", "id", "question", "answer", "createdAt", "outcome", "milliseconds") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run('seeded', i, `st${i}`, `質問 ${i}`, turn, recent(i), i % 4 ? 'answered' : 'refused', (i * 7) % 900)
insert(`INSERT INTO "Job" ("id", "request", "status", "createdAt", "finishedAt") SELECT ${values(5)}`, (i) => [
  `sj${i}`,
  JSON.stringify({ kind: 'reindex' }),
  i % 50 ? 'succeeded' : 'failed',
  at(i),
  at(i),
])
database.exec('COMMIT')
database.close()
say(`${count} documents, held documents, answers and jobs are in ${folder}.`)
