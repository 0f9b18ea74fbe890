import { ShuttenError, type StagedVersion } from '@shutten/core'
import type { Records } from '../prisma-client.js'

/**
 * Notes which document versions a generation is of, with one statement however many they are. Errors: DATABASE_FAILED, when one
 * of them is not in the records.
 */
export async function holdVersions(options: {
  tx: Records
  generationId: string
  versions: readonly StagedVersion[]
}): Promise<void> {
  const { tx, generationId, versions } = options
  const pairs = JSON.stringify(versions.map(({ documentId, versionId }) => [documentId, versionId]))
  const held = await tx.$executeRaw`
    INSERT INTO "GenerationDocument" ("generationId", "documentId", "versionId")
    SELECT ${generationId}, v."documentId", v."id"
    FROM json_each(${pairs}) pair
    JOIN "DocumentVersion" v ON v."id" = pair.value ->> 1 AND v."documentId" = pair.value ->> 0`
  if (held !== versions.length)
    throw new ShuttenError({
      code: 'DATABASE_FAILED',
      message: `${versions.length - held} of the ${versions.length} document versions of the new generation are not in the records.`,
      suggestion: 'Nothing was changed. Ingest the sources again.',
    })
}
