import { stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { isShuttenError, type LexicalHit, type LexicalIndex, ShuttenError } from '@shutten/core'
import { analyze } from '@shutten/text'
import Database from 'libsql'
import { createDamageError } from './create-damage-error.js'
import { encodeTerm } from './encode-term.js'
import { applicationId, columns, layoutVersion } from './fts-layout.js'
import type { LexicalWeights } from './lexical-weights.js'

/** Opens read-only, as a file that nobody changes: no lock, no journal. Errors: INDEX_DAMAGED. */
export async function openFtsIndex({
  file,
  size,
  weights,
  maxTerms,
}: {
  file: string
  size: number
  weights: LexicalWeights
  maxTerms: number
}): Promise<LexicalIndex> {
  const columnWeights = columns.map(({ field, kind }) => weights[field] * weights[kind])
  // Given up on closing: libsql frees the file only when its statements are collected.
  let session: Session | null = await openSession({ file, size })

  return {
    size,

    search({ text, k }) {
      if (!Number.isInteger(k) || k < 1)
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `k is ${k}; at least 1 result can be asked for.`,
          suggestion: 'Ask for a whole number of results, 1 or more.',
        })
      if (!session)
        throw new ShuttenError({
          code: 'INTERNAL',
          message: 'The lexical index was searched after it was closed.',
          suggestion: 'Open the generation again.',
        })
      const all = [...new Set(analyze(text).map(encodeTerm))]
      try {
        const terms = all.length > maxTerms ? takeRarest({ session, terms: all, maxTerms }) : all
        const telling = terms.filter((term) => !session?.commonTerms.has(term))
        const hits = match({ session, terms: telling, columnWeights, k })
        if (hits.length >= Math.min(k, size) || telling.length === terms.length) return hits
        return match({ session, terms, columnWeights, k })
      } catch (cause) {
        throw createDamageError({ file, reason: 'it cannot be read', cause })
      }
    },

    close() {
      session?.database.close()
      session = null
    },
  }
}

interface Session {
  database: Database.Database
  search: Database.Statement
  count: Database.Statement
  /** How many entries hold a term, for those in a large share of them. */
  commonTerms: ReadonlyMap<string, number>
}

async function openSession({ file, size }: { file: string; size: number }): Promise<Session> {
  const { size: bytes } = await stat(file).catch((cause: unknown) => {
    throw createDamageError({ file, reason: 'it cannot be opened', cause })
  })
  if (bytes === 0) throw createDamageError({ file, reason: 'it is empty' })
  let database: Database.Database | undefined
  try {
    database = new Database(`${pathToFileURL(file).href}?mode=ro&immutable=1`)
    database.exec('PRAGMA cache_size = -65536')
    checkDatabase({ database, file, size, bytes })
    // Text is read as bytes: libsql ends the process over text that is not UTF-8, as a damaged file may hold it.
    const commonTerms = database.prepare('SELECT CAST(term AS BLOB) AS term, entries FROM common_terms').all()
    return {
      database,
      search: database.prepare(
        `SELECT rowid AS ordinal, -bm25(entries, ${columns.map(() => '?').join(', ')}) AS score
         FROM entries WHERE entries MATCH ? ORDER BY score DESC, rowid LIMIT ?`,
      ),
      count: database.prepare('SELECT doc AS entries FROM vocabulary WHERE term = ?'),
      commonTerms: new Map(
        (commonTerms as { term: Uint8Array; entries: number }[]).map(({ term, entries }) => [
          Buffer.from(term).toString(),
          Number(entries),
        ]),
      ),
    }
  } catch (cause) {
    database?.close()
    throw isShuttenError(cause) ? cause : createDamageError({ file, reason: 'it cannot be read', cause })
  }
}

function checkDatabase({
  database,
  file,
  size,
  bytes,
}: {
  database: Database.Database
  file: string
  size: number
  bytes: number
}): void {
  const read = (sql: string) => (database.prepare(`SELECT ${sql}`).all()[0] as { value: unknown }).value
  if (read('application_id AS value FROM pragma_application_id') !== applicationId)
    throw createDamageError({ file, reason: 'it is not a lexical index' })
  if (read('user_version AS value FROM pragma_user_version') !== layoutVersion)
    throw createDamageError({ file, reason: 'another version of Shutten made it' })
  if (read('page_count * page_size AS value FROM pragma_page_count, pragma_page_size') !== bytes)
    throw createDamageError({ file, reason: 'its length is wrong' })
  if (read("quick_check = 'ok' AS value FROM pragma_quick_check(1)") !== 1)
    throw createDamageError({ file, reason: 'its pages are torn' })
  const count = read('count(*) AS value FROM entries_docsize')
  if (count !== size) throw createDamageError({ file, reason: `it holds ${count} entries, not ${size}` })
}

function match({
  session,
  terms,
  columnWeights,
  k,
}: {
  session: Session
  terms: readonly string[]
  columnWeights: readonly number[]
  k: number
}): LexicalHit[] {
  if (terms.length === 0) return []
  const query = terms.map((term) => `"${term}"`).join(' OR ')
  const rows = session.search.all(...columnWeights, query, k) as LexicalHit[]
  return rows.map(({ ordinal, score }) => ({ ordinal, score }))
}

function takeRarest({
  session,
  terms,
  maxTerms,
}: {
  session: Session
  terms: readonly string[]
  maxTerms: number
}): string[] {
  return terms
    .map((term) => {
      const common = session.commonTerms.get(term)
      return { term, entries: common ?? (session.count.all(term) as { entries: number }[])[0]?.entries ?? 0 }
    })
    .filter(({ entries }) => entries > 0)
    .sort((a, b) => a.entries - b.entries)
    .slice(0, maxTerms)
    .map(({ term }) => term)
}
