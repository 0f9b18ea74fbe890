import { ShuttenError, type TextDocument } from '@shutten/core'
import { cleanText } from '../decode/clean-text.js'
import { createTooLargeError } from '../decode/decode-text.js'
import { extractText } from '../extract/extract-text.js'
import { parsePublishedDate } from '../extract/parse-published-date.js'
import type { HygieneGate } from './create-hygiene-gate.js'
import type { Staging } from './create-staging.js'
import type { Worklist } from './create-worklist.js'
import { hasSameTags } from './has-same-tags.js'
import { hashContent } from './read-source.js'

const maxIdLength = 200
const mediaType = 'text/plain'

/** Stages documents given by content. Each stands for itself, also when two have the same text: they were named one by one. */
export async function stageTexts(options: {
  staging: Staging
  worklist: Worklist
  gate: HygieneGate
  getDocument: (position: number) => Promise<TextDocument>
  /** UTF-16 code units of one text. */
  maxLength: number
  signal?: AbortSignal
}): Promise<void> {
  const { staging, worklist, gate, getDocument, maxLength, signal } = options
  await worklist.work({
    action: 'read',
    ...(signal && { signal }),
    async perform(item) {
      const given = await getDocument(item.position)
      const { id, uri, title, text, language, tags, publishedAt } = given
      if (id !== undefined && (id.trim() === '' || id.length > maxIdLength)) throw createIdError(id)
      if (text.length > maxLength) throw createTooLargeError({ uri, maxBytes: maxLength })
      const published = readPublished(publishedAt)
      const described = [title, text, language ?? null, ...(published === null ? [] : [published])]
      const contentHash = hashContent(JSON.stringify(described))
      const known = staging.findByUri(uri)
      const givenTags = tags ?? known?.givenTags ?? []
      const isKnown = known?.contentHash === contentHash && (id === undefined || id === known.documentId)
      if (isKnown && hasSameTags(known.givenTags, givenTags)) {
        await worklist.finish({ item, outcome: 'unchanged', staged: null })
        return true
      }
      const extracted = extractText({
        text: cleanText(text),
        uri,
        title: cleanText(title),
        tags: givenTags,
        ...(language && { language }),
      })
      const document = await gate.pass({ uri, mediaType, document: { ...extracted, publishedAt: published } })
      if (!document) {
        await worklist.finish({ item, outcome: 'quarantined', staged: null })
        return true
      }
      const { outcome, staged } = await staging.stage({
        ...(id !== undefined && { documentId: id }),
        uri,
        mediaType,
        contentHash,
        document,
        givenTags,
      })
      await worklist.finish({ item, outcome, staged })
      return true
    },
  })
}

/** Errors: INPUT_INVALID for what is no date. */
function readPublished(publishedAt: string | undefined): string | null {
  if (publishedAt === undefined) return null
  const date = parsePublishedDate(publishedAt)
  if (date !== null) return date
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `“${publishedAt.slice(0, 100)}” is not a date.`,
    suggestion: 'Give the date of publication like 2026-03-31 or 2026-03-31T09:00:00+09:00, or leave it out.',
  })
}

function createIdError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `A document id has 1 to ${maxIdLength} characters; this one has ${id.trim().length}.`,
    suggestion: 'Shorten the id, or leave it out.',
  })
}
