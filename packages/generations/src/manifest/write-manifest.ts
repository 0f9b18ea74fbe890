import { open, rename } from 'node:fs/promises'
import path from 'node:path'
import type { GenerationManifest } from '@shutten/core'
import { manifestName } from '../files/get-paths.js'
import { syncPath } from '../files/sync-path.js'
import { hashManifest } from './hash-manifest.js'

/** Whole or not at all: written beside, flushed, renamed. */
export async function writeManifest({
  folder,
  manifest,
}: {
  folder: string
  manifest: GenerationManifest
}): Promise<void> {
  const file = path.join(folder, manifestName)
  const handle = await open(`${file}.tmp`, 'w')
  try {
    await handle.writeFile(`${JSON.stringify({ ...manifest, checksum: hashManifest(manifest) }, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.tmp`, file)
  await syncPath(folder)
}
