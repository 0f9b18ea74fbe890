import { ShuttenError } from '@shutten/core'
import { cleanText } from '../decode/clean-text.js'
import { createTooLargeError } from '../decode/decode-text.js'
import { extractText } from '../extract/extract-text.js'
import { toFailure } from '../source/to-failure.js'
import type { IngestProgress } from './create-ingest-progress.js'
import type { Staging } from './create-staging.js'
import type { IngestText } from './ingest-call.js'
import { hashContent } from './read-source.js'

const maxIdLength = 200

/** Stages documents given by content. Each stands for itself, also when two have the same text: they were named one by one. */
export async function stageTexts(options: {
  staging: Staging
  documents: readonly IngestText[]
  /** UTF-16 code units of one text. */
  maxLength: number
  progress: IngestProgress
  signal?: AbortSignal
}): Promise<void> {
  const { staging, documents, maxLength, progress, signal } = options
  progress.set({ phase: 'reading', documents: { done: 0, total: documents.length } })
  for (const [at, { id, uri, title, text, language }] of documents.entries()) {
    signal?.throwIfAborted()
    try {
      if (id !== undefined && (id.trim() === '' || id.length > maxIdLength)) throw createIdError(id)
      if (text.length > maxLength) throw createTooLargeError({ uri, maxBytes: maxLength })
      const contentHash = hashContent(JSON.stringify([title, text, language ?? null]))
      const known = staging.findByUri(uri)
      if (known?.contentHash === contentHash && (id === undefined || id === known.documentId))
        staging.counts.unchanged += 1
      else {
        const document = extractText({
          text: cleanText(text),
          uri,
          title: cleanText(title),
          ...(language && { language }),
        })
        await staging.stage({
          ...(id !== undefined && { documentId: id }),
          uri,
          mediaType: 'text/plain',
          contentHash,
          document,
        })
      }
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (typeof code !== 'string' || !(code.startsWith('SOURCE_') || code === 'INPUT_INVALID')) throw error
      staging.failed.push(toFailure(uri, error))
    }
    progress.set({ documents: { done: at + 1 } })
  }
}

function createIdError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `A document id has 1 to ${maxIdLength} characters; this one has ${id.trim().length}.`,
    suggestion: 'Shorten the id, or leave it out.',
  })
}
