import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { GenerationStore } from '@shutten/core'
import { isOwnName } from './files/get-paths.js'
import { toStoreError } from './files/to-store-error.js'
import { readManifest } from './manifest/read-manifest.js'

/** By id; with manifest null what a crash left, or what is being built. Files and folders of other names are not ours. */
export async function listGenerations(folder: string): ReturnType<GenerationStore['list']> {
  const children = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw toStoreError({ error, folder })
  })
  const ids = children.flatMap((child) => (child.isDirectory() && isOwnName(child.name) ? [child.name] : [])).sort()
  return Promise.all(
    ids.map(async (id) => ({
      id,
      manifest: await readManifest({ folder: path.join(folder, id), id }).catch(() => null),
      bytes: await sumBytes(path.join(folder, id)),
    })),
  )
}

async function sumBytes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(path.join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
