import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { acceptingPrefix, partialPrefix, stagedForMs, stagedPrefix } from './upload-leftovers'

/**
 * Takes away what uploads left that a process did not live to accept: half-written files, and new files that nobody has registered. Their
 * senders were told nothing, and send them again. Files that were set aside to be taken in together stay for a day. To be called
 * before uploads are taken.
 */
export async function removeUploadLeftovers(options: {
  folder: string
  isRegistered: (path: string) => Promise<boolean>
  /** Milliseconds since 1970. */
  now?: number
}): Promise<void> {
  const { folder, isRegistered, now = Date.now() } = options
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const file = path.join(folder, name)
    if (name.startsWith(acceptingPrefix))
      for (const target of readPaths(await readFile(file, 'utf8'), folder))
        if (!(await isRegistered(target))) await rm(target, { force: true })
    if (name.startsWith(acceptingPrefix) || name.startsWith(partialPrefix)) await rm(file, { force: true })
    if (name.startsWith(stagedPrefix) && now - (await stat(file)).mtimeMs > stagedForMs)
      await rm(file, { recursive: true, force: true })
  }
}

/** A note that is not whole names nothing: it was cut off before any file was put in place. */
function readPaths(text: string, folder: string): string[] {
  try {
    const paths: unknown = JSON.parse(text)
    if (!Array.isArray(paths)) return []
    return paths.filter((each): each is string => typeof each === 'string' && each.startsWith(folder + path.sep))
  } catch {
    return []
  }
}
