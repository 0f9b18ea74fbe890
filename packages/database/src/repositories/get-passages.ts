import { type Language, type Passage, ShuttenError } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import { getEdits } from './get-edits.js'
import { getTexts } from './get-texts.js'
import { inBatches } from './in-batches.js'

/** Versions a query: bounds both the number of bound values and the texts held at once. */
const batchSize = 200

/** See `IngestionRepository.getPassages`. Errors: DOCUMENT_NOT_FOUND for a version that is not there. */
export async function getPassages(options: {
  prisma: PrismaClient
  versionIds: readonly string[]
}): Promise<Passage[]> {
  const passages: Passage[] = []
  for (const batch of inBatches(options.versionIds, batchSize)) {
    const rows = await options.prisma.documentVersion.findMany({
      where: { id: { in: batch } },
      select: {
        id: true,
        documentId: true,
        uri: true,
        title: true,
        tags: true,
        publishedAt: true,
        createdAt: true,
        chunks: { orderBy: { index: 'asc' } },
      },
    })
    const texts = await getTexts({ prisma: options.prisma, versionIds: batch })
    const edits = await getEdits({ prisma: options.prisma, versionIds: batch })
    const versions = new Map(rows.map((row) => [row.id, row]))
    for (const versionId of batch) {
      const version = versions.get(versionId)
      const text = texts.get(versionId)
      if (!version || text === undefined)
        throw new ShuttenError({
          code: 'DOCUMENT_NOT_FOUND',
          message: `There is no document version ${versionId}.`,
          suggestion: 'It may have been removed since. Run the command again.',
        })
      const { documentId, uri, title } = version
      let previousEnd = 0
      for (const { id, index, start, end, headingPath, language, places } of version.chunks) {
        const own = edits.get(versionId)?.filter((edit) => edit.start < end && edit.end > start) ?? []
        passages.push({
          id,
          documentId,
          versionId,
          uri,
          title,
          index,
          start,
          end,
          headingPath: headingPath as string[],
          language: language as Language,
          text: text.slice(start, end),
          tags: version.tags as string[],
          date: (version.publishedAt ?? version.createdAt).toISOString(),
          lead: text.slice(previousEnd, start),
          ...(places !== null && { places: places as NonNullable<Passage['places']> }),
          ...(own.length > 0 && { edits: own }),
        })
        previousEnd = end
      }
    }
  }
  return passages
}
