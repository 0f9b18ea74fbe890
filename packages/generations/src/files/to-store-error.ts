import { isShuttenError, ShuttenError, toShuttenError } from '@shutten/core'

const sqliteFull = 13
const sqliteDenied = [3, 8, 14]
const systemDenied = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ELOOP']

/** Names what the file system or SQLite said while writing or reading a generation. Errors: DISK_FULL, DATA_FOLDER_UNWRITABLE. */
export function toStoreError({ error, folder }: { error: unknown; folder: string }): unknown {
  if (isShuttenError(error) || !(error instanceof Error)) return error
  const { code = '', rawCode = 0 } = error as { code?: string; rawCode?: number }
  if (code === 'ENOSPC' || code === 'EDQUOT') return toShuttenError(error)
  if ((rawCode & 0xff) === sqliteFull)
    return new ShuttenError({
      code: 'DISK_FULL',
      message: 'The disk is full.',
      suggestion: 'Free some space, then run the command again: finished work is kept.',
      cause: error,
    })
  // libsql says that a database cannot be opened by a message alone.
  const isDenied =
    systemDenied.includes(code) || sqliteDenied.includes(rawCode & 0xff) || error.message.startsWith('ConnectionFailed')
  if (isDenied)
    return new ShuttenError({
      code: 'DATA_FOLDER_UNWRITABLE',
      message: `The folder of the index, ${folder}, does not let itself be used.`,
      suggestion: 'Check that it is a folder, and that this user may read and write it.',
      cause: error,
    })
  return error
}
