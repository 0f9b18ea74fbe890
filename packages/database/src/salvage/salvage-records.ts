import { access, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { type Connection, openConnection } from '../connection/open-connection.js'
import { toDatabaseError } from '../errors/to-database-error.js'
import { migrations } from '../generated/migrations.js'
import { applyMigrations } from '../migrations/apply-migrations.js'
import { mendRecords } from './mend-records.js'
import type { RecognizedRow } from './pages/create-row-recognizer.js'
import { type ReadPages, readRows } from './pages/read-rows.js'

const busyTimeoutMs = 10_000
const sides = ['', '-wal', '-shm']
/**
 * Vectors are not taken over, since nothing tells whether one is as it was: they are made anew. Nor are leases, nor what the
 * new records have of their own.
 */
const tables = new Set([
  'DocumentVersion',
  'Passage',
  'VersionEdit',
  'Generation',
  'GenerationDocument',
  'Document',
  'Serving',
  'Candidate',
  'Job',
  'JobItem',
  'Quarantine',
  'Exclusion',
  'PassageEdit',
  'Source',
  'SourceItem',
  'Conversation',
  'Turn',
  'Feedback',
  'Share',
  'Account',
  'Session',
  'ApiKey',
  'Passkey',
  'AuditEntry',
  'Setting',
  'GoldenQuestion',
  'QualityRun',
  'QualityOutcome',
  'GapMark',
])

export interface SalvageReport {
  /** Rows that were taken over, by table. */
  kept: Record<string, number>
  /** Rows that are there, but not whole, by table; under `?` those of which not even that can be said. Only tables with any. */
  unreadable: Record<string, number>
  /** Of the file. What was on those that are missing is not counted in `unreadable`. */
  pages: { total: number; missing: number; damaged: number }
  /** Documents that served before; null where that is not known. */
  documentsBefore: number | null
  /** Addresses of documents that are gone, as far as they are known: their sources have to be ingested again. */
  lost: string[]
  /** What sources there are: those with a schedule are visited again at once. */
  sources: { name: string; isVisited: boolean }[]
  /** Where the damaged file lies now, with its log beside it. */
  copy: string
}

/**
 * Makes new records of what can still be read of damaged ones, and puts them in their place; the damaged file is kept under another
 * name. No other process may have it open. What is wrong within a row is found by its checksum where there is one: a
 * document whose text is not what was stored is left out. The index has to be built anew afterwards.
 *
 * @param options.file of the records
 * @param options.suffix of the damaged file's new name
 * Errors: DATABASE_BUSY while a worker is at work, DATABASE_DAMAGED when nothing at all can be read, DATABASE_VERSION_UNKNOWN, DATA_FOLDER_UNWRITABLE when there is no file; DISK_FULL
 */
export async function salvageRecords(options: {
  file: string
  suffix: string
  /** Whether the holder of a lease that has not run out is at work, by how it signs. */
  isAtWork?: (owner: string) => boolean
  clock?: () => Date
}): Promise<SalvageReport> {
  const { file, suffix, isAtWork = () => false, clock = () => new Date() } = options
  try {
    await access(file)
    const work = await mkdtemp(path.join(path.dirname(file), '.salvage-'))
    try {
      const repaired = path.join(work, 'repaired.db')
      const target = await openConnection({ file: repaired, busyTimeoutMs })
      let report: SalvageReport
      try {
        await applyMigrations({ connection: target, migrations, busyTimeoutMs })
        report = { ...takeOver({ file, target, isAtWork, now: clock() }), copy: file + suffix }
        target.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      } finally {
        target.close()
      }
      for (const side of sides)
        await rename(file + side, file + suffix + side).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error
        })
      await rename(repaired, file)
      return report
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  } catch (error) {
    throw toDatabaseError({ error, file })
  }
}

function takeOver(options: {
  file: string
  target: Connection
  isAtWork: (owner: string) => boolean
  now: Date
}): Omit<SalvageReport, 'copy'> {
  const { file, target, isAtWork, now } = options
  const kept: Record<string, number> = Object.fromEntries([...tables].map((table) => [table, 0]))
  const unreadable: Record<string, number> = {}
  const lost = new Set<string>()
  const insert = createInsert(target)
  const lose = (table: string) => {
    unreadable[table] = (unreadable[table] ?? 0) + 1
  }
  target.exec('PRAGMA foreign_keys = OFF')
  target.exec('BEGIN')
  const rows = readRows({ file, target })
  let read = rows.next()
  let seen = 0
  for (; !read.done; read = rows.next()) {
    seen += 1
    const { table, row, isWhole } = read.value
    if (table === '_prisma_migrations') assertKnown(row.migration_name)
    if (
      table === 'Lease' &&
      isWhole &&
      Date.parse(String(row.expiresAt)) > now.getTime() &&
      isAtWork(String(row.owner))
    )
      throw createBusyError(file)
    if (!tables.has(table)) continue
    if (isWhole) kept[table] = (kept[table] ?? 0) + insert(table, row, () => lose(table))
    else {
      lose(table)
      if (typeof row.uri === 'string' && table === 'DocumentVersion') lost.add(row.uri)
    }
  }
  const pages: ReadPages = read.value
  if (seen === 0) throw createNothingError(file)
  if (pages.unreadableRows > 0) unreadable['?'] = pages.unreadableRows
  for (const uri of pages.uris) lost.add(uri)
  const mended = mendRecords({ connection: target, lost, isCut: pages.missing + pages.damaged > 0, now })
  target.exec('COMMIT')
  target.exec('PRAGMA foreign_keys = ON')
  const { total, missing, damaged } = pages
  return { kept, unreadable, pages: { total, missing, damaged }, ...mended }
}

function createInsert(target: Connection) {
  const statements = new Map<string, ReturnType<Connection['prepare']>>()
  return (table: string, row: RecognizedRow['row'], onRefused: () => void): number => {
    const names = Object.keys(row)
    const sql = `INSERT OR IGNORE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    const statement = statements.get(sql) ?? target.prepare(sql)
    statements.set(sql, statement)
    try {
      // A damaged page may show a row twice.
      return statement.run(Object.values(row)).changes
    } catch {
      onRefused()
      return 0
    }
  }
}

/** Rows of a later version may have more columns than are known here. */
function assertKnown(migration: unknown): void {
  if (migration === undefined || migrations.some(({ name }) => name === migration)) return
  throw new ShuttenError({
    code: 'DATABASE_VERSION_UNKNOWN',
    message: `The database was made by another version of Shutten: this one does not know its migration ${migration}.`,
    suggestion: 'Nothing was changed. Repair it with the version that made it, or a newer one.',
  })
}

function createBusyError(file: string): ShuttenError {
  return new ShuttenError({
    code: 'DATABASE_BUSY',
    message: `A worker is at work on ${file}.`,
    suggestion: 'Stop the server and the worker, then run this again. Nothing was changed.',
  })
}

function createNothingError(file: string): ShuttenError {
  return new ShuttenError({
    code: 'DATABASE_DAMAGED',
    message: `Nothing can be read of the database ${file}: it holds no row of Shutten.`,
    suggestion: 'Restore it from a backup, or move the data folder aside and ingest the sources again.',
  })
}
