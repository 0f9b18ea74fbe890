import type { ExtractedDocument, HygieneFinding, HygienePolicy } from '@shutten/core'
import { inspectDocument } from './inspect-document.js'
import { maskDocument } from './mask-document.js'

export interface HygieneResult {
  /** `clean` and `masked` may be indexed, `quarantined` must not. */
  status: 'clean' | 'masked' | 'quarantined'
  /** What may be kept: all that the policy masks is masked, also in a document that is quarantined. */
  document: ExtractedDocument
  /** Their offsets point into `document`: at placeholders, or at what it is quarantined for. */
  findings: HygieneFinding[]
}

/**
 * A document as it may be stored, by policy. It is to be called between extraction and chunking; what it returns is what
 * is stored, so that a masked number is nowhere.
 *
 * @param options.isReleased an administrator has seen what this very content is quarantined for: nothing of it is any more.
 */
export function applyHygiene(options: {
  document: ExtractedDocument
  policy: HygienePolicy
  isReleased?: boolean
}): HygieneResult {
  const { document, policy, isReleased = false } = options
  const findings = inspectDocument({ document, policy }).filter(({ action }) => action === 'mask' || !isReleased)
  if (findings.length === 0) return { status: 'clean', document, findings }
  const isQuarantined = findings.some(({ action }) => action === 'quarantine')
  return { status: isQuarantined ? 'quarantined' : 'masked', ...maskDocument({ document, findings }) }
}
