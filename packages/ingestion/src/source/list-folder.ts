import { lstat, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fdir } from 'fdir'
import { findMediaType } from './media-types.js'

export interface FolderList {
  /** Absolute paths of files with a supported extension, sorted by code unit. */
  files: string[]
  skipped: number
  /** There are more files than were asked for. */
  isCut: boolean
  /** What went wrong below the folder; null when it was listed whole. */
  error: unknown
}

const isHidden = (name: string) => name.startsWith('.') || name === 'node_modules'

/**
 * Files of a folder and of those below it. Hidden files and folders and `node_modules` are passed over. A link to a file
 * inside the folder counts as that file under the link's name; links that lead out, and links to folders, are not followed.
 */
export async function listFolder(options: {
  folder: string
  /** Files that are looked at; all unless given. */
  maxFiles?: number
  /** Told each file that is left out, and why. */
  onSkipped?: (file: string, reason: 'unsupported' | 'outside') => void
  signal?: AbortSignal
}): Promise<FolderList> {
  const { folder, maxFiles = 0, onSkipped, signal } = options
  const crawler = () =>
    new fdir()
      .withFullPaths()
      // One more than are wanted shows that there are more.
      .withMaxFiles(maxFiles > 0 ? maxFiles + 1 : 0)
      .exclude((name) => isHidden(name))
      .filter((file) => !isHidden(path.basename(file)))
  let error: unknown = null
  const found = await crawler()
    .withErrors()
    .crawl(folder)
    .withPromise()
    .catch((reason: unknown) => {
      error = reason
      return crawler().crawl(folder).withPromise()
    })
  signal?.throwIfAborted()
  const files: string[] = []
  let skipped = 0
  const isCut = maxFiles > 0 && found.length > maxFiles
  for (const file of isCut ? found.slice(0, maxFiles) : found) {
    const isSupported = findMediaType(file) !== null
    if (isSupported && (await isInside(file, folder))) {
      files.push(file)
      continue
    }
    skipped += 1
    onSkipped?.(file, isSupported ? 'outside' : 'unsupported')
  }
  return { files: files.sort(), skipped, isCut, error }
}

async function isInside(file: string, folder: string): Promise<boolean> {
  try {
    if (!(await lstat(file)).isSymbolicLink()) return true
    const target = await realpath(file)
    return target.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep) && (await stat(target)).isFile()
  } catch (error) {
    // A link that leads nowhere; a file that went away meanwhile is reported when it is read.
    return (
      !(await lstat(file).catch(() => null))?.isSymbolicLink() && (error as NodeJS.ErrnoException).code === 'ENOENT'
    )
  }
}
