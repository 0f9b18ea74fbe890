import { copyFile, mkdtemp, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import Sqlite from 'libsql'
import { type Connection, openConnection } from '../connection/open-connection.js'
import { migrations } from '../generated/migrations.js'
import { applyMigrations } from '../migrations/apply-migrations.js'
import { mendRecords } from './mend-records.js'
import { readReadableRows } from './read-readable-rows.js'

const busyTimeoutMs = 10_000
const sides = ['', '-wal', '-shm']
/**
 * What others refer to comes first. Vectors are not taken over, since nothing tells whether one is as it was: they are made
 * anew. Nor are leases.
 */
const tables = [
  'DocumentVersion',
  'Passage',
  'Generation',
  'GenerationDocument',
  'Document',
  'Serving',
  'Job',
  'JobItem',
  'Quarantine',
  'Conversation',
  'Turn',
  'Account',
  'Session',
  'ApiKey',
  'Setting',
]

export interface SalvageReport {
  /** Rows that were taken over, by table. */
  kept: Record<string, number>
  /** Stretches of tables that could not be read, by table; only those with any. */
  unreadable: Record<string, number>
  /** Addresses of documents that are gone, as far as they are known: their sources have to be ingested again. */
  lost: string[]
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
 * Errors: DATABASE_DAMAGED when not even its tables can be listed; DISK_FULL, DATA_FOLDER_UNWRITABLE by way of toDatabaseError
 */
export async function salvageRecords(options: { file: string; suffix: string }): Promise<SalvageReport> {
  const { file, suffix } = options
  const work = await mkdtemp(path.join(path.dirname(file), '.salvage-'))
  try {
    const damaged = path.join(work, 'damaged.db')
    // SQLite may write to what it opens, and a log belongs to its file by name.
    for (const side of ['', '-wal'])
      await copyFile(file + side, damaged + side).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    await padToLength(damaged)
    const repaired = path.join(work, 'repaired.db')
    const target = await openConnection({ file: repaired, busyTimeoutMs })
    const report = { kept: {}, unreadable: {}, lost: [], copy: file + suffix } as SalvageReport
    try {
      await applyMigrations({ connection: target, migrations, busyTimeoutMs })
      copyRows({ source: openDamaged(damaged, file), target, report })
      report.lost = mendRecords({ connection: target })
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
}

/** SQLite opens no file that is shorter than its header says; pages of zeros are damaged ones, and tell which they are. */
async function padToLength(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    const header = Buffer.alloc(32)
    const { bytesRead } = await handle.read(header, 0, header.length, 0)
    const declared = header.readUInt16BE(16)
    const length = header.readUInt32BE(28) * (declared === 1 ? 65_536 : declared)
    const { size } = await handle.stat()
    // A header that is damaged itself may say anything.
    if (bytesRead === header.length && length > size && length < size * 1_000) await handle.truncate(length)
  } finally {
    await handle.close()
  }
}

/** Errors: DATABASE_DAMAGED. */
function openDamaged(copy: string, file: string): Connection {
  try {
    const connection = new Sqlite(copy)
    const held = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
    if (held.some(({ name }) => name === 'DocumentVersion')) return connection
    connection.close()
  } catch {
    // Told below.
  }
  throw new ShuttenError({
    code: 'DATABASE_DAMAGED',
    message: `Nothing can be read of the database ${file}: its beginning is damaged, or it is not one of Shutten.`,
    suggestion: 'Restore it from a backup, or move the data folder aside and ingest the sources again.',
  })
}

function copyRows(options: { source: Connection; target: Connection; report: SalvageReport }): void {
  const { source, target, report } = options
  const held = new Set(
    (source.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]).map(
      ({ name }) => name,
    ),
  )
  target.exec('PRAGMA foreign_keys = OFF')
  target.exec('BEGIN')
  for (const table of tables) {
    if (!held.has(table)) continue
    const columns = (target.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[]).map(
      ({ name }) => name,
    )
    const rows = readReadableRows({ connection: source, table })
    let kept = 0
    let read = rows.next()
    for (; !read.done; read = rows.next())
      for (const row of read.value) {
        // A row from before a column was added gets the column's default.
        const present = columns.filter((name) => name in row)
        const names = present.map((name) => `"${name}"`).join(', ')
        const places = present.map(() => '?').join(', ')
        const values = present.map((name) => row[name])
        try {
          // A damaged page may show a row twice, or one that breaks a rule.
          kept += target.prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${places})`).run(values).changes
        } catch {
          report.unreadable[table] = (report.unreadable[table] ?? 0) + 1
        }
      }
    report.kept[table] = kept
    if (read.value > 0) report.unreadable[table] = (report.unreadable[table] ?? 0) + read.value
  }
  target.exec('COMMIT')
  target.exec('PRAGMA foreign_keys = ON')
  source.close()
}
