import { open, readFile, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findArchiveUri, isShuttenError } from '@shutten/core'
import { readArchive } from '../archive/read-archive.js'
import { removeEntry } from '../archive/remove-entry.js'

/**
 * Takes the files that a document came from out of the folder of uploads: the file at each of its addresses, or its place
 * in an archive there. Files elsewhere are not Shutten's to remove. Returns how many are still there.
 */
export async function removeUploads(options: { folder: string; uris: readonly string[] }): Promise<number> {
  const { folder, uris } = options
  const own = uris.flatMap((uri) => {
    const archive = findArchiveUri(uri)
    const file = toFile(archive ?? uri)
    return file && isInside(folder, file) ? [{ uri, file, isPart: archive !== null }] : []
  })
  for (const { uri, file, isPart } of own) {
    if (isPart) await removePart({ uri, file })
    else await rm(file, { force: true })
    await removeEmptyFolders({ folder, file })
  }
  let left = 0
  for (const one of own) if (await isThere(one)) left += 1
  return left
}

function toFile(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null
  } catch {
    return null
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
}

/** The paths through archives in an address: `["b.zip", "c.txt"]` of `file:///a.zip!/b.zip!/c.txt`. */
const toParts = (uri: string) => uri.split('!/').slice(1).map(decodeURIComponent)

async function removePart({ uri, file }: { uri: string; file: string }): Promise<void> {
  const bytes = await readFile(file).catch(ignoreMissing)
  if (!bytes) return
  const left = await removeEntry({ bytes, path: toParts(uri) })
  if (left === null) return rm(file, { force: true })
  const temporary = path.join(path.dirname(file), `.partial-${process.pid}-${path.basename(file)}`)
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(left)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}

async function isThere({ uri, file, isPart }: { uri: string; file: string; isPart: boolean }): Promise<boolean> {
  const bytes = await readFile(file).catch(ignoreMissing)
  if (!bytes || !isPart) return bytes !== null
  try {
    for await (const item of readArchive({ bytes, uri: findArchiveUri(uri) ?? uri })) if (item.uri === uri) return true
    return false
  } catch (error) {
    if (isShuttenError(error)) return true
    throw error
  }
}

async function removeEmptyFolders({ folder, file }: { folder: string; file: string }): Promise<void> {
  for (let at = path.dirname(file); isInside(folder, at); at = path.dirname(at))
    try {
      await rmdir(at)
    } catch {
      return
    }
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
