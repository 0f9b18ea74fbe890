import type { StoredDocument } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'
import { toStoredDocument } from './document-rows.js'
import { getEdits } from './get-edits.js'
import { getTexts } from './get-texts.js'

/** A stored version as a document, with the dates of the document that serves under its id. */
export async function findVersion(options: {
  prisma: PrismaClient
  versionId: string
  documentId?: string
}): Promise<StoredDocument | null> {
  const { prisma, versionId, documentId } = options
  const version = await prisma.documentVersion.findFirst({
    where: { id: versionId, ...(documentId === undefined ? {} : { documentId }) },
    omit: { text: true },
  })
  if (!version) return null
  const dates = await prisma.document.findUnique({ where: { id: version.documentId } })
  const text = (await getTexts({ prisma, versionIds: [versionId] })).get(versionId)
  if (text === undefined) return null
  const document = toStoredDocument({ version: { ...version, text }, dates })
  const edits = (await getEdits({ prisma, versionIds: [versionId] })).get(versionId)
  const { sourceVersionId } = version
  return { ...document, ...(edits && { edits }), ...(sourceVersionId !== null && { sourceVersionId }) }
}
