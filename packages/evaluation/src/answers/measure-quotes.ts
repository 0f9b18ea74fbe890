import type { Citation } from '@shutten/core'
import type { Ratio } from '../metrics/ratio.js'

/** The stored text of a version of a document, or null when there is none. */
export type GetText = (documentId: string, versionId: string) => string | null | Promise<string | null>

/** Citations whose quote is, code unit for code unit, what the stored text holds between their offsets, of all. */
export async function measureQuotes(options: { citations: readonly Citation[]; getText: GetText }): Promise<Ratio> {
  let exact = 0
  for (const { documentId, versionId, start, end, quote } of options.citations) {
    const text = await options.getText(documentId, versionId)
    if (text !== null && start >= 0 && end > start && text.slice(start, end) === quote) exact++
  }
  return [exact, options.citations.length]
}
