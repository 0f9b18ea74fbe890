import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findArchiveUri, isShuttenError } from '@shutten/core'
import { readArchive } from '../archive/read-archive.js'
import { binaryMediaTypes } from '../decode/binary-media-types.js'
import { detectMediaType } from '../decode/detect-media-type.js'
import { hashContent } from './read-source.js'

/**
 * Addresses of files in the folder of uploads, and in archives there, that hold one of these contents and that no document stands for: the
 * same content under another name is kept as a file, and is no document of its own.
 *
 * @param options.contentHashes sha256, hex
 * @param options.known addresses that documents stand for
 */
export async function findUploadCopies(options: {
  folder: string
  contentHashes: ReadonlySet<string>
  known: ReadonlySet<string>
}): Promise<string[]> {
  const { folder, contentHashes, known } = options
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
    if (!entry.isFile()) continue
    const uri = pathToFileURL(file).href
    if (!inUse.has(file) && contentHashes.has(await hashFile(file))) copies.push(uri)
    else copies.push(...(await findCopiesWithin({ file, uri, contentHashes, known })))
  }
  return copies
}

/** Of an archive that cannot be read nothing was taken in. */
async function findCopiesWithin(options: {
  file: string
  uri: string
  contentHashes: ReadonlySet<string>
  known: ReadonlySet<string>
}): Promise<string[]> {
  const { file, uri, contentHashes, known } = options
  if (!(await beginsAsZip(file))) return []
  const bytes = await readFile(file)
  if ((await detectMediaType({ bytes, uri })) !== binaryMediaTypes.zip) return []
  const copies: string[] = []
  try {
    for await (const item of readArchive({ bytes, uri }))
      if ('bytes' in item && !known.has(item.uri) && contentHashes.has(hashContent(item.bytes))) copies.push(item.uri)
  } catch (error) {
    if (!isShuttenError(error)) throw error
  }
  return copies
}

async function beginsAsZip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.toString('latin1') === 'PK'
  } finally {
    await handle.close()
  }
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
