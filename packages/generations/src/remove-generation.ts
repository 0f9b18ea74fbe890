import { rm } from 'node:fs/promises'
import path from 'node:path'
import { getPaths, isOwnName, manifestName } from './files/get-paths.js'
import { syncPath } from './files/sync-path.js'
import { toStoreError } from './files/to-store-error.js'

/** Removes a generation, or what a crash left under any name that `list` gives. Nothing there is no error. */
export async function removeGeneration({ folder, id }: { folder: string; id: string }): Promise<void> {
  const target = isOwnName(id) ? path.join(folder, id) : getPaths({ folder, id }).target
  try {
    // The manifest first: cut off here, what is left is no generation any more.
    await rm(path.join(target, manifestName), { force: true })
    await syncPath(target)
    await rm(target, { recursive: true, force: true })
    await syncPath(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw toStoreError({ error, folder })
  }
}
