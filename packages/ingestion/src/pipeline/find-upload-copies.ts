import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findArchiveUri } from '@shutten/core'

/**
 * Addresses of files in the folder of uploads that hold this content and that no document stands for: the same content under
 * another name is kept as a file, and is no document of its own.
 *
 * @param options.contentHash sha256, hex
 * @param options.known addresses that documents stand for
 */
export async function findUploadCopies(options: {
  folder: string
  contentHash: string
  known: ReadonlySet<string>
}): Promise<string[]> {
  const { folder, contentHash, known } = options
  const inUse = new Set([...known].flatMap((uri) => toFile(findArchiveUri(uri) ?? uri)))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const copies: string[] = []
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name)
    if (!entry.isFile() || inUse.has(file) || (await hashFile(file)) !== contentHash) continue
    copies.push(pathToFileURL(file).href)
  }
  return copies
}

function toFile(uri: string): string[] {
  try {
    return uri.startsWith('file:') ? [fileURLToPath(uri)] : []
  } catch {
    return []
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
