import { rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { type LexicalEntry, type LexicalIndexBuilder, ShuttenError } from '@shutten/core'
import { analyze } from '@shutten/text'
import Database from 'libsql'
import { encodeTerm } from './encode-term.js'
import { applicationId, columns, commonShare, fields, kinds, layoutVersion } from './fts-layout.js'

/**
 * Builds in a file beside, then writes `file` in one go, compact and with its terms in one segment.
 * Errors: INPUT_INVALID for ordinals that are not 0, 1, 2 …, each once; those of SQLite and the file system as they come.
 */
export function createFtsBuilder({ file }: { file: string }): LexicalIndexBuilder {
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  const database = new Database(draft)
  let isOpen = true
  let count = 0
  // The draft is thrown away when anything fails: nothing is gained by a journal or by flushing it.
  database.exec('PRAGMA journal_mode = OFF')
  database.exec('PRAGMA synchronous = OFF')
  // Kept in memory until that many bytes: fewer segments to merge at the end.
  database.exec(`
    CREATE VIRTUAL TABLE entries USING fts5(${columns.map(({ name }) => name).join(', ')}, content='', tokenize='ascii');
    INSERT INTO entries(entries, rank) VALUES ('hashsize', ${32 * 1024 * 1024});
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab(entries, row);
    CREATE TABLE common_terms (term TEXT PRIMARY KEY, entries INTEGER NOT NULL) WITHOUT ROWID;
  `)
  const insert = database.prepare(
    `INSERT INTO entries(rowid, ${columns.map(({ name }) => name).join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
  )

  const close = async () => {
    if (!isOpen) return
    isOpen = false
    database.close()
    await rm(draft, { force: true })
  }

  return {
    add(entries) {
      database.exec('BEGIN')
      for (const entry of entries) {
        if (!Number.isInteger(entry.ordinal) || entry.ordinal < 0)
          throw createOrdinalError(`Ordinal ${entry.ordinal} is not a whole number from 0 on.`)
        insert.run(entry.ordinal, ...toColumns(entry))
        count++
      }
      database.exec('COMMIT')
    },

    async finish() {
      try {
        const [held] = database.prepare('SELECT count(*) AS entries, max(id) AS last FROM entries_docsize').all() as [
          { entries: number; last: number | null },
        ]
        if (held.entries !== count || (held.last ?? -1) !== count - 1)
          throw createOrdinalError(`${count} entries were added, but they are not numbered 0 to ${count - 1}.`)
        database.exec(`
          INSERT INTO entries(entries) VALUES ('optimize');
          INSERT INTO common_terms SELECT term, doc FROM vocabulary WHERE doc > ${count * commonShare};
          PRAGMA application_id = ${applicationId};
          PRAGMA user_version = ${layoutVersion};
        `)
        await rm(file, { force: true })
        database.prepare('VACUUM INTO ?').run(file)
      } finally {
        await close()
      }
      for (const name of [file, path.dirname(file)]) {
        const handle = await open(name, 'r')
        try {
          await handle.sync()
        } finally {
          await handle.close()
        }
      }
    },

    close,
  }
}

function toColumns(entry: LexicalEntry): string[] {
  return fields.flatMap((field) => {
    const terms = analyze(entry[field])
    return kinds.map((kind) =>
      terms
        .filter((term) => term.kind === kind)
        .map(encodeTerm)
        .join(' '),
    )
  })
}

function createOrdinalError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message,
    suggestion: 'Number the entries 0, 1, 2 … without a gap and add each once.',
  })
}
