import type { ExtractedDocument, HygienePolicy, QuarantineRepository } from '@shutten/core'
import { applyHygiene } from '../hygiene/apply-hygiene.js'
import { hashContent } from './read-source.js'

/** What documents pass through before they are stored. */
export interface HygieneGate {
  /** The document as it may be stored; null when it is held back, and kept for a decision. */
  pass(options: { uri: string; mediaType: string; document: ExtractedDocument }): Promise<ExtractedDocument | null>
}

/** Holds back by policy, but for content that somebody has released. */
export function createHygieneGate(options: { policy: HygienePolicy; quarantine: QuarantineRepository }): HygieneGate {
  const { policy, quarantine } = options
  return {
    async pass({ uri, mediaType, document }) {
      const inspected = applyHygiene({ document, policy })
      if (inspected.status !== 'quarantined') {
        await quarantine.drop(uri)
        return inspected.document
      }
      const { title, text } = inspected.document
      const textHash = hashContent(JSON.stringify([title, text]))
      if (await quarantine.isReleased({ uri, textHash }))
        return applyHygiene({ document, policy, isReleased: true }).document
      await quarantine.hold({ uri, title, mediaType, text, textHash, findings: inspected.findings })
      return null
    },
  }
}

/** Lets everything pass. */
export const openGate: HygieneGate = { pass: async ({ document }) => document }
