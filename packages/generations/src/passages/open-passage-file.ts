import { stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import {
  type GenerationPassage,
  isShuttenError,
  type OrdinalSet,
  type Passage,
  type SearchFilters,
  ShuttenError,
} from '@shutten/core'
import Database from 'libsql'
import { createDamageError } from '../create-damage-error.js'
import { createOrdinalFinder } from '../filters/create-ordinal-finder.js'
import { fromFacetRows } from '../filters/facet-rows.js'
import { linksName } from './create-passage-builder.js'

export interface PassageFile {
  getPassages(ordinals: readonly number[]): GenerationPassage[]
  findPassage(passageId: string): GenerationPassage | null
  /** What each linked passage, from the ordinal `indexed` on, is linked to. */
  readonly links: Uint32Array
  findFingerprints(fingerprints: readonly string[]): Map<string, number>
  /** By ordinal; of indexed passages only. */
  getFingerprints(ordinals: readonly number[]): Map<number, string>
  listIds(): Iterable<readonly { passageId: string; versionId: string }[]>
  getDocumentPassages(documentId: string): GenerationPassage[]
  findOrdinals(filters: SearchFilters): OrdinalSet
  close(): void
}

/** Passages read at once. */
const idsPerPage = 1_000

/**
 * Opens read-only, as a file that nobody changes. `id` names the generation in errors, `indexed` of its `size` passages are
 * not linked to others. Errors: INDEX_DAMAGED.
 */
export async function openPassageFile({
  file,
  size,
  indexed,
  id,
}: {
  file: string
  size: number
  indexed: number
  id: string
}): Promise<PassageFile> {
  // Given up on closing: libsql frees the file only when its statements are collected.
  let session: Session | null = await openSession({ file, size, id })

  const query = <Row>(choose: (session: Session) => Database.Statement, key: string | number): Row[] => {
    if (!session)
      throw new ShuttenError({
        code: 'INTERNAL',
        message: 'A generation was used after it was closed.',
        suggestion: 'Open the generation again.',
      })
    return choose(session).all(key) as Row[]
  }

  const orDamaged = <Result>(what: string, read: () => Result): Result => {
    try {
      return read()
    } catch (cause) {
      throw isShuttenError(cause) ? cause : createDamageError({ id, reason: `${what} cannot be read`, cause })
    }
  }

  const read = (choose: (session: Session) => Database.Statement, key: string | number): GenerationPassage[] =>
    orDamaged('a passage', () =>
      query<{ ordinal: number; content: ArrayBuffer }>(choose, key).map(({ ordinal, content }) => ({
        ...(JSON.parse(Buffer.from(content).toString()) as Passage),
        ordinal,
      })),
    )

  const findFacet = (name: string): Buffer => {
    const [row] = query<{ content: ArrayBuffer }>(({ facets }) => facets, name)
    if (!row) throw new Error(`The row ${name} is missing.`)
    return Buffer.from(row.content)
  }

  const readFingerprints = (choose: (session: Session) => Database.Statement, keys: readonly unknown[]) =>
    orDamaged('a fingerprint', () =>
      query<{ ordinal: number; fingerprint: ArrayBuffer | null }>(choose, JSON.stringify(keys)).flatMap((row) =>
        row.fingerprint ? [{ ordinal: row.ordinal, fingerprint: Buffer.from(row.fingerprint).toString('latin1') }] : [],
      ),
    )

  const findOrdinals = createOrdinalFinder({
    size,
    loadFacets: () =>
      fromFacetRows({
        size,
        find: findFacet,
      }),
    findOfDocument: (documentId) =>
      query<{ ordinal: number }>(({ ordinalsByDocument }) => ordinalsByDocument, documentId).map(
        ({ ordinal }) => ordinal,
      ),
  })

  let links: Uint32Array
  try {
    links = orDamaged('what its passages are linked to', () => readLinks({ row: findFacet(linksName), size, indexed }))
  } catch (error) {
    session.database.close()
    throw error
  }

  return {
    links,
    findFingerprints: (fingerprints) =>
      new Map(
        readFingerprints(({ byFingerprint }) => byFingerprint, fingerprints).map((row) => [
          row.fingerprint,
          row.ordinal,
        ]),
      ),
    getFingerprints: (ordinals) =>
      new Map(
        readFingerprints(({ fingerprints }) => fingerprints, ordinals).map((row) => [row.ordinal, row.fingerprint]),
      ),
    getPassages(ordinals) {
      const found = read(({ byOrdinals }) => byOrdinals, JSON.stringify(ordinals.filter(Number.isInteger)))
      const passages = new Map(found.map((passage) => [passage.ordinal, passage]))
      return ordinals.flatMap((ordinal) => passages.get(ordinal) ?? [])
    },
    findPassage: (passageId) => read(({ byId }) => byId, passageId)[0] ?? null,
    *listIds() {
      for (let from = 0; from < size; from += idsPerPage) {
        const ordinals = Array.from({ length: Math.min(idsPerPage, size - from) }, (_, at) => from + at)
        const found = read(({ byOrdinals }) => byOrdinals, JSON.stringify(ordinals))
        const passages = new Map(found.map((passage) => [passage.ordinal, passage]))
        yield ordinals.map((ordinal) => {
          const passage = passages.get(ordinal)
          if (!passage) throw createDamageError({ id, reason: `its passage ${ordinal} is missing` })
          return { passageId: passage.id, versionId: passage.versionId }
        })
      }
    },
    getDocumentPassages: (documentId) => read(({ byDocument }) => byDocument, documentId),
    findOrdinals: (filters) => orDamaged('what filters ask of its passages', () => findOrdinals(filters)),
    close() {
      session?.database.close()
      session = null
    },
  }
}

/** Throws when they are not those of so many passages. */
function readLinks({ row, size, indexed }: { row: Buffer; size: number; indexed: number }): Uint32Array {
  const links = new Uint32Array(size - indexed)
  row.copy(new Uint8Array(links.buffer))
  if (row.length !== links.byteLength || !links.every((ordinal) => ordinal < indexed))
    throw new Error(`The links are not those of ${size - indexed} passages to ${indexed}.`)
  return links
}

interface Session {
  database: Database.Database
  byOrdinals: Database.Statement
  byId: Database.Statement
  byDocument: Database.Statement
  ordinalsByDocument: Database.Statement
  facets: Database.Statement
  byFingerprint: Database.Statement
  fingerprints: Database.Statement
}

async function openSession({ file, size, id }: { file: string; size: number; id: string }): Promise<Session> {
  let database: Database.Database | undefined
  try {
    const { size: bytes } = await stat(file)
    database = new Database(`${pathToFileURL(file).href}?mode=ro&immutable=1`)
    // One by one: together they make SQLite read every row, 1.5 s for 100,000 passages in place of a millisecond.
    const read = <Row>(sql: string) => database?.prepare(sql).all()[0] as Row
    const held = {
      ...read<{ passages: number }>('SELECT count(*) AS passages FROM passages'),
      ...read<{ last: number }>('SELECT ifnull(max(ordinal), -1) AS last FROM passages'),
      ...read<{ bytes: number | null }>(
        'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
      ),
    }
    if (held.passages !== size || held.last !== size - 1)
      throw createDamageError({ id, reason: `it holds ${held.passages} passages, not ${size}` })
    if (held.bytes !== null && held.bytes !== bytes)
      throw createDamageError({ id, reason: 'the length of its passages is wrong' })
    // Passages are read as bytes only: libsql ends the process over text that is not UTF-8, as a damaged file may hold it.
    const select = 'SELECT ordinal, CAST(content AS BLOB) AS content FROM passages'
    return {
      database,
      byOrdinals: database.prepare(`${select} WHERE ordinal IN (SELECT value FROM json_each(?))`),
      byId: database.prepare(`${select} WHERE id = ?`),
      byDocument: database.prepare(`${select} WHERE document_id = ? ORDER BY position, ordinal`),
      ordinalsByDocument: database.prepare('SELECT ordinal FROM passages WHERE document_id = ?'),
      byFingerprint: database.prepare(
        'SELECT ordinal, CAST(fingerprint AS BLOB) AS fingerprint FROM passages WHERE fingerprint IN (SELECT value FROM json_each(?))',
      ),
      fingerprints: database.prepare(
        'SELECT ordinal, CAST(fingerprint AS BLOB) AS fingerprint FROM passages WHERE ordinal IN (SELECT value FROM json_each(?))',
      ),
      facets: database.prepare('SELECT CAST(content AS BLOB) AS content FROM facets WHERE name = ?'),
    }
  } catch (cause) {
    database?.close()
    throw isShuttenError(cause) ? cause : createDamageError({ id, reason: 'its passages cannot be read', cause })
  }
}
