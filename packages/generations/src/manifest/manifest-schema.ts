import type { GenerationManifest } from '@shutten/core'
import { z } from 'zod'

/** 3: passages with their fingerprints, and links of those that say the same. */
export const layoutFormat = 3

const count = z.int().min(0)

export const manifestSchema = z.strictObject({
  format: z.literal(layoutFormat),
  id: z.string(),
  createdAt: z.iso.datetime(),
  embedder: z.strictObject({ id: z.string(), dimension: z.int().min(1) }),
  chunker: z.string(),
  lexical: z.string(),
  linker: z.string(),
  counts: z.strictObject({ documents: count, passages: count, linked: count, vectors: count, lexical: count }),
  files: z.record(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: count }),
  ),
}) satisfies z.ZodType<GenerationManifest>
