import { createHash } from 'node:crypto'
import { ShuttenError, type TextDocument, tagsSchema } from '@shutten/core'
import { z } from 'zod'

/** A document given as text. */
export const documentRequestSchema = z.object({
  title: z.string().trim().min(1).max(300).optional(),
  text: z.string(),
  uri: z.string().trim().min(1).max(2000).optional(),
  language: z.enum(['ja', 'en']).optional(),
  /** Take the place of those given before; absent, they stay. */
  tags: tagsSchema.optional(),
  publishedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]).optional(),
})

/**
 * Title and URI of a document given as text are made from the text when absent, so that the same text sent again is
 * the same document. Errors: SOURCE_EMPTY.
 */
export function completeDocument(input: z.infer<typeof documentRequestSchema>): TextDocument {
  if (!/\S/u.test(input.text))
    throw new ShuttenError({
      code: 'SOURCE_EMPTY',
      message: 'The text is empty.',
      suggestion: 'Send the text of the document as `text`.',
    })
  const hash = createHash('sha256').update(input.text.normalize('NFC'), 'utf8').digest('hex')
  return {
    uri: input.uri ?? `text:${hash.slice(0, 32)}`,
    title: input.title ?? firstLine(input.text),
    text: input.text,
    ...(input.language && { language: input.language }),
    ...(input.tags && { tags: input.tags }),
    ...(input.publishedAt && { publishedAt: input.publishedAt }),
  }
}

function firstLine(text: string): string {
  const line = text.split('\n').find((candidate) => /\S/u.test(candidate)) ?? ''
  return Array.from(line.replace(/^[#\s]+/u, '').trim())
    .slice(0, 80)
    .join('')
}
