import { stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { type GenerationPassage, isShuttenError, type Passage, ShuttenError } from '@shutten/core'
import Database from 'libsql'
import { createDamageError } from '../create-damage-error.js'

export interface PassageFile {
  getPassages(ordinals: readonly number[]): GenerationPassage[]
  findPassage(passageId: string): GenerationPassage | null
  getDocumentPassages(documentId: string): GenerationPassage[]
  close(): void
}

/** Opens read-only, as a file that nobody changes. `id` names the generation in errors. Errors: INDEX_DAMAGED. */
export async function openPassageFile({
  file,
  size,
  id,
}: {
  file: string
  size: number
  id: string
}): Promise<PassageFile> {
  // Given up on closing: libsql frees the file only when its statements are collected.
  let session: Session | null = await openSession({ file, size, id })

  const read = (choose: (session: Session) => Database.Statement, key: string | number): GenerationPassage[] => {
    if (!session)
      throw new ShuttenError({
        code: 'INTERNAL',
        message: 'A generation was used after it was closed.',
        suggestion: 'Open the generation again.',
      })
    try {
      const rows = choose(session).all(key) as { ordinal: number; content: ArrayBuffer }[]
      return rows.map(({ ordinal, content }) => ({
        ...(JSON.parse(Buffer.from(content).toString()) as Passage),
        ordinal,
      }))
    } catch (cause) {
      throw createDamageError({ id, reason: 'a passage cannot be read', cause })
    }
  }

  return {
    getPassages: (ordinals) =>
      ordinals.flatMap((ordinal) => (Number.isInteger(ordinal) ? read(({ byOrdinal }) => byOrdinal, ordinal) : [])),
    findPassage: (passageId) => read(({ byId }) => byId, passageId)[0] ?? null,
    getDocumentPassages: (documentId) => read(({ byDocument }) => byDocument, documentId),
    close() {
      session?.database.close()
      session = null
    },
  }
}

interface Session {
  database: Database.Database
  byOrdinal: Database.Statement
  byId: Database.Statement
  byDocument: Database.Statement
}

async function openSession({ file, size, id }: { file: string; size: number; id: string }): Promise<Session> {
  let database: Database.Database | undefined
  try {
    const { size: bytes } = await stat(file)
    database = new Database(`${pathToFileURL(file).href}?mode=ro&immutable=1`)
    const [held] = database
      .prepare(
        `SELECT count(*) AS passages, ifnull(max(ordinal), -1) AS last, page_count * page_size AS bytes
         FROM passages, pragma_page_count, pragma_page_size`,
      )
      .all() as [{ passages: number; last: number; bytes: number | null }]
    if (held.passages !== size || held.last !== size - 1)
      throw createDamageError({ id, reason: `it holds ${held.passages} passages, not ${size}` })
    if (held.bytes !== null && held.bytes !== bytes)
      throw createDamageError({ id, reason: 'the length of its passages is wrong' })
    // Passages are read as bytes only: libsql ends the process over text that is not UTF-8, as a damaged file may hold it.
    const select = 'SELECT ordinal, CAST(content AS BLOB) AS content FROM passages'
    return {
      database,
      byOrdinal: database.prepare(`${select} WHERE ordinal = ?`),
      byId: database.prepare(`${select} WHERE id = ?`),
      byDocument: database.prepare(`${select} WHERE document_id = ? ORDER BY position, ordinal`),
    }
  } catch (cause) {
    database?.close()
    throw isShuttenError(cause) ? cause : createDamageError({ id, reason: 'its passages cannot be read', cause })
  }
}
