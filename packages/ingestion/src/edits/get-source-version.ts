import { type IngestionRepository, isShuttenError, type StoredDocument, toSourceText } from '@shutten/core'

/** What the source says of a stored version: the version itself unless editors have written in it. */
export async function getSourceVersion(options: {
  records: Pick<IngestionRepository, 'getVersion'>
  version: StoredDocument
}): Promise<StoredDocument> {
  const { records, version } = options
  if (version.sourceVersionId === undefined) return version
  try {
    return await records.getVersion(version.sourceVersionId)
  } catch (error) {
    if (!isShuttenError(error) || error.code !== 'DOCUMENT_NOT_FOUND') throw error
    // Lost with damaged records: its words are known, how it was set is not.
    const { edits, sourceVersionId: _, ...rest } = version
    return { ...rest, text: toSourceText({ text: version.text, start: 0, edits }), blocks: [] }
  }
}
