import { type DocumentFilter, documentOrders } from '@shutten/core'
import { z } from 'zod'
import type { DocumentsView } from '@/components/admin/documents/documents-href'

/** What a list of documents is narrowed to, as it comes from outside. */
export const documentFilterSchema = z.strictObject({
  query: z.string().max(500).optional(),
  source: z.string().min(1).max(200).optional(),
  mediaType: z.string().min(1).max(200).optional(),
  language: z.enum(['ja', 'en']).optional(),
  tag: z.string().min(1).max(100).optional(),
})

type Parameters = Record<string, string | string[] | undefined>

/** Reads the address; what it does not know counts as not said. */
export function readDocumentsView(parameters: Parameters): DocumentsView {
  const read = (name: string) => {
    const value = parameters[name]
    return (typeof value === 'string' ? value : '').trim().slice(0, 500)
  }
  const language = read('language')
  const said = {
    query: read('q'),
    source: read('source').slice(0, 200),
    mediaType: read('type').slice(0, 200),
    tag: read('tag').slice(0, 100),
  }
  const filter: DocumentFilter = {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    ...((language === 'ja' || language === 'en') && { language }),
  }
  return {
    state: read('state') === 'failed' ? 'failed' : 'indexed',
    filter,
    order: documentOrders.find((one) => one === read('order')) ?? 'updated',
    page: Math.max(1, Math.min(100_000, Number.parseInt(read('page'), 10) || 1)),
  }
}
