import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './root.mjs'

const text = '休暇の申請は前日までに行う。担当は人事課である。\n'.repeat(48)
const finding = JSON.stringify([
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
])

/**
 * Fills the records of a data folder with so many documents, held documents, answers, jobs, items of a job and of a source, and
 * entries of the audit log. The rows are made by SQLite itself, in the order of their keys, and nothing is kept safe meanwhile:
 * a folder whose seeding is cut off is to be thrown away.
 *
 * @param options.folder a data folder that holds articles, and an answer; null comes back for one that does not
 * @returns ids that pages can be asked for
 */
export function seedRecords({ folder, count }) {
  const Database = createRequire(path.join(root, 'packages/database/package.json'))('libsql')
  const database = new Database(path.join(folder, 'shutten.db'))
  try {
    const serving = database.prepare('SELECT "generationId" AS id FROM "Serving"').get()?.id
    const turn = database.prepare('SELECT "answer" FROM "Turn" ORDER BY length("answer") DESC LIMIT 1').get()?.answer
    if (!serving || !turn) return null
    database.exec('PRAGMA journal_mode = DELETE')
    database.exec('PRAGMA journal_mode = OFF')
    database.exec('PRAGMA synchronous = OFF')
    database.exec('PRAGMA cache_size = -262144')
    database.exec('BEGIN')
    const start = '2026-01-01T00:00:00Z'
    const at = `strftime('%Y-%m-%dT%H:%M:%f+00:00', '${start}', '+' || i || ' minutes')`
    const recent = `strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', '-' || (i * 20) || ' seconds')`
    const id = (prefix) => `'${prefix}' || printf('%06d', i)`
    /** As many rows as there are numbers from 0 on; `columns` are SQL over the number `i`, `?` stands for what is given. */
    const insert = (table, columns, { rows = count, given = [] } = {}) => {
      const names = Object.keys(columns).map((name) => `"${name}"`)
      database
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${rows})
          INSERT INTO "${table}" (${names}) SELECT ${Object.values(columns)} FROM n`,
        )
        .run(...given)
    }
    const described = {
      uri: `'file:///seed/' || (i % 50) || '/' || i || '.md'`,
      title: `'規定 ' || i || CASE i % 7 WHEN 0 THEN ' 休暇' WHEN 1 THEN ' 経費' WHEN 2 THEN ' 会議' ELSE '' END`,
      language: `CASE i % 10 WHEN 0 THEN 'en' ELSE 'ja' END`,
      mediaType: `'text/markdown'`,
      contentHash: `'h' || i`,
      characters: String(text.length),
      passages: '1',
      tags: `'["' || CASE i % 5 WHEN 0 THEN '人事' WHEN 1 THEN '総務' ELSE '規程' END || '"]'`,
    }
    insert(
      'DocumentVersion',
      {
        ...{ id: id('sv'), documentId: id('sd'), ...described },
        ...{ textHash: `'t' || i`, text: '?', blocks: `'[]'`, chunker: `'seed'`, createdAt: at },
      },
      { given: [text] },
    )
    insert('Passage', {
      ...{ id: `${id('sv')} || '.0-24'`, versionId: id('sv'), index: '0', start: '0', end: '24' },
      ...{ headingPath: `'[]'`, language: `'ja'` },
    })
    insert('Document', {
      ...{ id: id('sd'), ...described, currentVersionId: id('sv'), createdAt: at, updatedAt: at },
    })
    const before = 'seeded-generation'
    insert(
      'Generation',
      { id: `'${before}'`, embedder: `'seeded'`, documents: String(count), passages: String(count), servedAt: at },
      { rows: 1 },
    )
    const held = { documentId: id('sd'), versionId: id('sv') }
    insert('GenerationDocument', { generationId: `'${serving}'`, ...held })
    insert('GenerationDocument', {
      ...{ generationId: `'${before}'`, ...held },
      documentId: `CASE i % 10 WHEN 0 THEN ${id('gone')} ELSE ${id('sd')} END`,
    })
    database
      .prepare('UPDATE "Generation" SET "documents" = "documents" + ?, "passages" = "passages" + ? WHERE "id" = ?')
      .run(count, count, serving)
    insert(
      'Quarantine',
      {
        ...{
          id: id('sq'),
          uri: `'file:///held/' || i || '.md'`,
          title: `'留め置き ' || i`,
          mediaType: `'text/markdown'`,
        },
        ...{
          text: '?',
          textHash: `'h' || i`,
          findings: '?',
          status: `CASE i % 3 WHEN 0 THEN 'rejected' ELSE 'held' END`,
        },
        ...{ createdAt: at, kinds: `',instruction,'` },
      },
      { given: [text, finding] },
    )
    const turns = 4
    insert(
      'Conversation',
      {
        id: id('sc'),
        owner: `'seed'`,
        title: `'試し ' || i`,
        foldedTitle: `'試し ' || i`,
        createdAt: at,
        updatedAt: at,
      },
      { rows: Math.ceil(count / turns) },
    )
    insert(
      'Turn',
      {
        ...{ conversationId: `'sc' || printf('%06d', i / ${turns})`, index: `i % ${turns}`, id: id('st') },
        ...{ question: `'質問 ' || i`, folded: `'質問 ' || i`, answer: '?', createdAt: recent },
        ...{ outcome: `CASE i % 4 WHEN 0 THEN 'refused' ELSE 'answered' END`, milliseconds: '(i * 7) % 900' },
      },
      { given: [turn] },
    )
    insert(
      'Feedback',
      {
        ...{ id: id('sf'), conversationId: `'sc' || printf('%06d', i / ${turns})`, turnId: id('st'), citation: '0' },
        ...{ verdict: `CASE i % 3 WHEN 0 THEN 'bad' ELSE 'good' END`, comment: `''`, question: `'質問 ' || i` },
        ...{ answer: '?', createdAt: at, updatedAt: at },
      },
      { rows: Math.ceil(count / 5), given: [turn] },
    )
    insert('Job', {
      ...{ id: id('sj'), request: `'{"kind":"ingest","locations":["/srv/seed"]}'` },
      ...{ status: `CASE i % 50 WHEN 1 THEN 'failed' ELSE 'succeeded' END`, createdAt: at, finishedAt: at },
    })
    insert('JobItem', {
      ...{ jobId: `'sj000000'`, position: 'i', uri: described.uri, action: `'read'` },
      ...{
        status: `CASE i % 20 WHEN 0 THEN 'failed' ELSE 'done' END`,
        outcome: `CASE i % 20 WHEN 0 THEN NULL ELSE 'added' END`,
      },
    })
    const definition = JSON.stringify({
      ...{ kind: 'folder', location: '/srv/seed', schedule: null, include: [], exclude: [], language: null, tags: [] },
      ...{ allowedHosts: [], followedHosts: [] },
      limits: { maxItems: 200_000, maxBytes: 100_000_000, timeoutMs: 30_000, minGapMs: 1_000 },
    })
    insert(
      'Source',
      {
        ...{ id: id('ss'), name: `'取得元 ' || i`, definition: '?', enabled: '0', createdAt: at, updatedAt: at },
      },
      { rows: 100, given: [definition] },
    )
    insert('SourceItem', {
      ...{ sourceId: `'ss000000'`, uri: described.uri, contentHash: `'h' || i`, origin: `'file'`, checkedAt: at },
      ...{ became: `'document'`, documentId: id('sd'), description: `''` },
    })
    insert('AuditEntry', {
      ...{ at: recent, actorKind: `'account'`, actorName: `'admin' || (i % 20)`, action: `'document.add'` },
      ...{ target: described.uri },
    })
    insert(
      'Exclusion',
      { id: id('sx'), documentId: id('sd'), text: `'担当は人事課である。'`, start: '14', by: `'admin'`, createdAt: at },
      { rows: Math.ceil(count / 10) },
    )
    insert(
      'PassageEdit',
      {
        ...{
          id: id('se'),
          documentId: id('sd'),
          revision: '1',
          original: `'休暇の申請は前日までに行う。'`,
          start: '0',
        },
        ...{ occurrence: '0', occurrences: '48', lead: `''`, trail: `''`, text: `'休暇の申請は三日前までに行う。'` },
        ...{ by: `'admin'`, createdAt: at, updatedAt: at },
      },
      { rows: Math.ceil(count / 100) },
    )
    database.exec('COMMIT')
    database.exec('PRAGMA journal_mode = WAL')
    return { document: 'sd000007', held: 'sq000001', job: 'sj000000', feedback: 'sf000000', source: 'ss000000' }
  } finally {
    database.close()
  }
}
