import type { Chunk } from '@shutten/core'
import type { Records } from '../prisma-client.js'

/**
 * Puts the passages of a version in place of those it had. A passage's id names the very span of the version's
 * unchanging text, so it keeps its meaning when another chunker cuts the text anew. One statement however many
 * passages: they travel as one bound value.
 */
export async function writePassages(options: {
  tx: Records
  versionId: string
  chunks: readonly Chunk[]
  /** The version is new and has none yet. */
  isNew?: boolean
}): Promise<void> {
  const { tx, versionId, chunks, isNew = false } = options
  const rows = JSON.stringify(
    chunks.map(({ index, start, end, headingPath, language, places }) => [
      index,
      start,
      end,
      headingPath,
      language,
      places ?? null,
    ]),
  )
  if (!isNew) await tx.$executeRaw`DELETE FROM "Passage" WHERE "versionId" = ${versionId}`
  await tx.$executeRaw`
    INSERT INTO "Passage" ("id", "versionId", "index", "start", "end", "headingPath", "language", "places")
    SELECT ${versionId} || '.' || (value ->> 1) || '-' || (value ->> 2), ${versionId},
      value ->> 0, value ->> 1, value ->> 2, value -> 3, value ->> 4,
      CASE WHEN value ->> 5 IS NOT NULL THEN value -> 5 END
    FROM json_each(${rows})`
}
