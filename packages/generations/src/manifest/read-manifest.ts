import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type GenerationManifest, ShuttenError } from '@shutten/core'
import { z } from 'zod'
import { createDamageError } from '../create-damage-error.js'
import { manifestName } from '../files/get-paths.js'
import { toStoreError } from '../files/to-store-error.js'
import { hashManifest } from './hash-manifest.js'
import { layoutFormat, manifestSchema } from './manifest-schema.js'

const fileSchema = manifestSchema.extend({ checksum: z.string() })

/** Null when there is none. Errors: INDEX_DAMAGED when it is not whole, of another format, or another generation's. */
export async function readManifest({ folder, id }: { folder: string; id: string }): Promise<GenerationManifest | null> {
  let text: string
  try {
    text = await readFile(path.join(folder, manifestName), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw toStoreError({ error, folder })
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw createDamageError({ id, reason: 'its manifest is no JSON', cause })
  }
  const format = (content as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format !== layoutFormat)
    throw new ShuttenError({
      code: 'INDEX_DAMAGED',
      message: `Generation ${id} was made by another version of Shutten (format ${format}; this one reads ${layoutFormat}).`,
      suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts; no source is needed.',
    })
  const parsed = fileSchema.safeParse(content)
  if (!parsed.success)
    throw createDamageError({ id, reason: 'its manifest is not that of a generation', cause: parsed.error })
  const { checksum, ...manifest } = parsed.data
  if (checksum !== hashManifest(manifest))
    throw createDamageError({ id, reason: 'its manifest does not match its own checksum' })
  if (manifest.id !== id) throw createDamageError({ id, reason: `its manifest is that of ${manifest.id}` })
  return manifest
}
