import { createHash } from 'node:crypto'
import type { IngestionRepository, StagedVersion } from '@shutten/core'
import { withRelaxedDurability } from '../connection/relaxed-durability.js'
import type { PrismaClient, Records } from '../prisma-client.js'
import type { Clock } from './clock.js'
import { createId } from './create-id.js'
import { toJson } from './json.js'
import { versionIdOf } from './version-id.js'
import { withoutZeros } from './without-zeros.js'
import { writePassages } from './write-passages.js'

type Staging = Parameters<IngestionRepository['stageVersion']>[0]

/** See `IngestionRepository.stageVersion`. One transaction: a version is there with all its passages, or not at all. */
export function stageVersion(options: {
  prisma: PrismaClient
  clock: Clock
  staging: Staging
}): Promise<StagedVersion> {
  const { prisma, clock, staging } = options
  const { uri, mediaType, contentHash, chunks, chunker, givenTags = [], edited } = staging
  const document = {
    ...staging.document,
    title: withoutZeros(staging.document.title),
    // Half of a surrogate pair has no UTF-8; its stand-in has the same length, so offsets hold.
    text: staging.document.text.replace(/\p{Surrogate}/gu, '\ufffd'),
  }
  const write = async (tx: Records) => {
    const documentId = staging.documentId ?? (await findDocumentId({ tx, uri })) ?? createId()
    const versionId = versionIdOf({
      documentId,
      uri,
      mediaType,
      contentHash,
      document,
      givenTags,
      edits: edited?.edits,
    })
    const known = await tx.documentVersion.findUnique({ where: { id: versionId }, select: { chunker: true } })
    if (known?.chunker === chunker) return { documentId, versionId }
    if (known) await tx.documentVersion.update({ where: { id: versionId }, data: { chunker, passages: chunks.length } })
    else {
      const textHash = createHash('sha256').update(document.text).digest('hex')
      await tx.documentVersion.createMany({
        data: {
          id: versionId,
          documentId,
          uri,
          mediaType,
          contentHash,
          title: document.title,
          language: document.language,
          text: document.text,
          textHash,
          blocks: document.blocks.map(toJson),
          characters: document.text.length,
          tags: document.tags,
          givenTags: [...givenTags],
          publishedAt: document.publishedAt ? new Date(document.publishedAt) : null,
          chunker,
          passages: chunks.length,
          // What an editor wrote makes an article no newer than its source.
          createdAt: edited
            ? await findCreated({ tx, versionId: edited.sourceVersionId, clock })
            : ((await findTakenIn({ tx, documentId, textHash })) ?? clock()),
          sourceVersionId: edited?.sourceVersionId ?? null,
        },
      })
      if (edited)
        await tx.versionEdit.createMany({
          data: edited.edits.map(({ id, revision, start, end, original, at }) => ({
            ...{ versionId, editId: id, revision, start, end, original, at: new Date(at) },
          })),
        })
    }
    await writePassages({ tx, versionId, chunks, isNew: !known })
    return { documentId, versionId }
  }
  return withRelaxedDurability(() => prisma.$transaction(write))
}

async function findCreated(options: { tx: Records; versionId: string; clock: Clock }): Promise<Date> {
  const { tx, versionId, clock } = options
  const source = await tx.documentVersion.findUnique({ where: { id: versionId }, select: { createdAt: true } })
  return source?.createdAt ?? clock()
}

/** When this text of a document first came in: other tags or another address make it no newer. */
async function findTakenIn(options: { tx: Records; documentId: string; textHash: string }): Promise<Date | null> {
  const { tx, documentId, textHash } = options
  const first = await tx.documentVersion.findFirst({
    where: { documentId, textHash },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  return first?.createdAt ?? null
}

/**
 * The document that an address means when the caller names none: the one that serves there, unless it is staged
 * to move to another address; else the one whose version was left there last (a staging that was cut short, or a
 * document that was removed and comes back).
 */
async function findDocumentId(options: { tx: Records; uri: string }): Promise<string | null> {
  const { tx, uri } = options
  const [found] = await tx.$queryRaw<{ documentId: string | null }[]>`
    SELECT coalesce(
      (SELECT d."id" FROM "Document" d
        WHERE d."uri" = ${uri} AND NOT EXISTS (
          SELECT 1 FROM "DocumentVersion" v
          WHERE v."documentId" = d."id" AND v."uri" <> d."uri"
            AND NOT EXISTS (SELECT 1 FROM "GenerationDocument" g WHERE g."versionId" = v."id"))),
      (SELECT v."documentId" FROM "DocumentVersion" v
        WHERE v."uri" = ${uri} AND NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."id" = v."documentId")
        ORDER BY v."createdAt" DESC, v."id" LIMIT 1)) AS "documentId"`
  return found?.documentId ?? null
}
