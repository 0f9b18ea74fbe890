import { isShuttenError, ShuttenError, toShuttenError } from '@shutten/core'

type Kind = { code: ConstructorParameters<typeof ShuttenError>[0]['code']; message: string; suggestion: string }

const unwritable: Kind = {
  code: 'DATA_FOLDER_UNWRITABLE',
  message: 'The database cannot be written',
  suggestion: 'Give this user the right to write there, or name another data folder in SHUTTEN_DATA_DIR.',
}
const damaged: Kind = {
  code: 'DATABASE_DAMAGED',
  message: 'The database is damaged, or is not one of Shutten',
  suggestion:
    'Restore it from a backup, or stop the server and run `pnpm shutten repair`: it keeps what can still be read.',
}
const busy: Kind = {
  code: 'DATABASE_BUSY',
  message: 'Another process kept the database locked for too long',
  suggestion: 'Try again; if it stays so, end the process that holds the data folder.',
}
const full: Kind = {
  code: 'DISK_FULL',
  message: 'The disk is full',
  suggestion: 'Free some space, then run the command again: finished work is kept.',
}
const failed: Kind = {
  code: 'DATABASE_FAILED',
  message: 'The database failed',
  suggestion: 'Run `pnpm shutten doctor`; the log holds the cause.',
}

/** By SQLite's primary result code (sqlite3.h). */
const byResultCode: Record<number, Kind> = {
  3: unwritable,
  5: busy,
  6: busy,
  8: unwritable,
  11: damaged,
  13: full,
  14: unwritable,
  23: unwritable,
  26: damaged,
}

/** The same by the first word of its name, as libsql gives it inside a transaction. */
const byResultName: Record<string, Kind> = {
  PERM: unwritable,
  BUSY: busy,
  LOCKED: busy,
  READONLY: unwritable,
  CORRUPT: damaged,
  FULL: full,
  CANTOPEN: unwritable,
  AUTH: unwritable,
  NOTADB: damaged,
}

const bySystemCode: Record<string, Kind> = {
  EACCES: unwritable,
  EPERM: unwritable,
  EROFS: unwritable,
  ENOTDIR: unwritable,
  EISDIR: unwritable,
  EEXIST: unwritable,
  ENOENT: unwritable,
  ENOSPC: full,
  EDQUOT: full,
  // Prisma: the adapter reported a lock, or a transaction could not begin in time.
  P1008: busy,
  P2028: busy,
}

interface Layer {
  code?: unknown
  rawCode?: unknown
  originalCode?: unknown
  extendedCode?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

function findKind(error: unknown): Kind | null {
  for (let layer = error as Layer | null | undefined, depth = 0; layer && depth < 8; depth += 1) {
    const number = Number(layer.rawCode ?? layer.originalCode ?? layer.extendedCode)
    const name = /^SQLITE_([A-Z]+)/.exec(String(layer.code))?.[1] ?? ''
    const kind = byResultCode[number & 0xff] ?? byResultName[name] ?? bySystemCode[String(layer.code)]
    if (kind) return kind
    // JSON or a time that is none: nothing else is parsed here.
    if (layer instanceof SyntaxError || layer instanceof RangeError) return damaged
    layer = (layer.meta?.driverAdapterError ?? layer.cause) as Layer | undefined
  }
  return null
}

/** Gives what SQLite, Prisma or the file system threw its code. A ShuttenError passes through unchanged. */
export function toDatabaseError(options: { error: unknown; file: string }): ShuttenError {
  const { error, file } = options
  if (isShuttenError(error)) return error
  const kind = findKind(error) ?? failed
  if (kind === failed && error instanceof Error && error.name === 'AbortError') return toShuttenError(error)
  return new ShuttenError({
    code: kind.code,
    message: `${kind.message}: ${file}`,
    suggestion: kind.suggestion,
    cause: error,
  })
}
