import { createHash } from 'node:crypto'
import type { GenerationManifest } from '@shutten/core'
import { manifestSchema } from './manifest-schema.js'

/** The manifest's own checksum, kept beside its fields: whatever changes one of them changes it. */
export function hashManifest(manifest: GenerationManifest): string {
  return createHash('sha256')
    .update(JSON.stringify(manifestSchema.parse(manifest)))
    .digest('hex')
}
