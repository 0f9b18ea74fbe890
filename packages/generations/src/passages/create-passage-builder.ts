import { type GenerationPassage, ShuttenError } from '@shutten/core'
import Database from 'libsql'
import { syncPath } from '../files/sync-path.js'
import { createFacetCollector } from '../filters/create-facet-collector.js'
import { toFacetRows } from '../filters/facet-rows.js'

export interface PassageRow {
  passage: GenerationPassage
  /** Of an indexed passage. */
  fingerprint: string | null
}

export interface PassageBuilder {
  add(rows: readonly PassageRow[]): void
  /**
   * Finishes the file and flushes it to disk.
   * @param options.links what each of the linked passages, which came last, is linked to
   */
  finish(options: { links: Uint32Array }): Promise<{ passages: number; documents: number }>
  close(): void
}

/** Row of the table `facets` that holds the links, numbers as they lie in memory. */
export const linksName = 'links'

/**
 * Passages in a SQLite file, as JSON (which keeps any string exactly), found by number, by id, and by document in order;
 * beside them what filters ask of them (`Facets`). They come in the order of their numbers, from 0.
 * Errors: INPUT_INVALID for a passage id that comes twice; those of SQLite as they come.
 */
export function createPassageBuilder({ file }: { file: string }): PassageBuilder {
  const database = new Database(file)
  let isOpen = true
  // A build that fails is thrown away, and a finished file is flushed as a whole.
  database.exec('PRAGMA journal_mode = OFF')
  database.exec('PRAGMA synchronous = OFF')
  database.exec(`
    CREATE TABLE passages (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      document_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      fingerprint TEXT,
      content BLOB NOT NULL
    );
    CREATE INDEX passages_by_document ON passages (document_id, position);
    CREATE INDEX passages_by_fingerprint ON passages (fingerprint) WHERE fingerprint IS NOT NULL;
    CREATE TABLE facets (name TEXT PRIMARY KEY, content BLOB NOT NULL);
  `)
  const insert = database.prepare(
    'INSERT INTO passages (ordinal, id, document_id, position, fingerprint, content) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const facets = createFacetCollector()
  const close = () => {
    if (isOpen) database.close()
    isOpen = false
  }

  return {
    add(rows) {
      database.exec('BEGIN')
      for (const { passage: numbered, fingerprint } of rows) {
        const { ordinal, ...passage } = numbered
        try {
          const content = Buffer.from(JSON.stringify(passage))
          insert.run(ordinal, passage.id, passage.documentId, passage.index, fingerprint, content)
          facets.add(passage)
        } catch (cause) {
          if (!String((cause as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw cause
          throw new ShuttenError({
            code: 'INPUT_INVALID',
            message: `The passage ${passage.id} came twice.`,
            suggestion: 'Give each passage of a generation once, with an id of its own.',
            cause,
          })
        }
      }
      database.exec('COMMIT')
    },

    async finish({ links }) {
      const insertFacets = database.prepare('INSERT INTO facets (name, content) VALUES (?, ?)')
      for (const { name, content } of toFacetRows(facets.collect())) insertFacets.run(name, content)
      insertFacets.run(linksName, Buffer.from(links.buffer, links.byteOffset, links.byteLength))
      const [counts] = database
        .prepare('SELECT count(*) AS passages, count(DISTINCT document_id) AS documents FROM passages')
        .all() as [{ passages: number; documents: number }]
      close()
      await syncPath(file)
      return { passages: counts.passages, documents: counts.documents }
    },

    close,
  }
}
