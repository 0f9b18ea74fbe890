import path from 'node:path'
import type { GenerationManifest, GenerationTexts } from '@shutten/core'
import { passagesName } from '../files/get-paths.js'
import { openPassageFile } from './open-passage-file.js'

/** The passages of a generation, and what each linked one of them is linked to. Errors: INDEX_DAMAGED. */
export async function openPassages(options: {
  folder: string
  id: string
  manifest: GenerationManifest
}): Promise<{ texts: GenerationTexts; links: Uint32Array }> {
  const { folder, id, manifest } = options
  const { passages: size, vectors: indexed } = manifest.counts
  const opened = await openPassageFile({ file: path.join(folder, passagesName), size, indexed, id })
  const { links, getFingerprints: _, ...passages } = opened
  return { texts: { id, manifest, ...passages, getLink: (ordinal) => links[ordinal - indexed] ?? null }, links }
}
