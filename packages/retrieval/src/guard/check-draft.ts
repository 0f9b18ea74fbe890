import { splitSentences } from '@shutten/text'
import type { DraftSentence } from '../answer/build-citations.js'
import { addressesModel } from './addresses-model.js'
import { findAddresses } from './find-addresses.js'
import { holdsStretchOf } from './holds-stretch-of.js'
import { makeInert } from './make-inert.js'

/**
 * Why a sentence is not told: it holds a secret of the configuration; a stretch of the writer's instructions; an address
 * that its passages do not hold; or it rests on nothing but words that tell a model what to do.
 */
export type WithheldReason = 'secret' | 'instructions' | 'address' | 'commanded'

export type CheckedDraft = { draft: DraftSentence; withheld: null } | { draft: null; withheld: WithheldReason }

/** Letters and digits in a row of the instructions that no sentence of an answer has by chance. */
const instructionStretch = 30

const squeeze = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')

/** What a passage states: its text without the sentences that tell a model what to do, under its headings. */
function getStatements({ passage }: DraftSentence['evidence'][number]): string {
  const sentences = splitSentences(passage.text).map(({ start, end }) => passage.text.slice(start, end))
  return [passage.title, ...passage.headingPath, ...sentences].filter((one) => !addressesModel(one)).join('\n')
}

/**
 * The last look at a sentence before it is told, written by a model or taken from a source. What is told is inert: no
 * image, no HTML.
 */
export function checkDraft(options: {
  draft: DraftSentence
  /** Never told, however it is set: keys and passwords. */
  secrets: readonly string[]
  /** What the writer was told to do; null where none wrote. */
  instructions: string | null
}): CheckedDraft {
  const { draft, secrets, instructions } = options
  const withhold = (withheld: WithheldReason): CheckedDraft => ({ draft: null, withheld })
  const squeezed = squeeze(draft.text)
  if (secrets.some((secret) => secret.length >= 6 && squeezed.includes(squeeze(secret)))) return withhold('secret')
  if (instructions !== null && holdsStretchOf({ text: draft.text, hidden: instructions, length: instructionStretch }))
    return withhold('instructions')
  const evidence = draft.evidence.filter(({ passage, start, end }) => !addressesModel(passage.text.slice(start, end)))
  if (evidence.length === 0 && draft.evidence.length > 0) return withhold('commanded')
  const addresses = findAddresses(draft.text)
  if (addresses.length > 0) {
    const stated = evidence.flatMap((one) => findAddresses(getStatements(one)))
    if (!addresses.every((address) => stated.includes(address))) return withhold('address')
  }
  const text = makeInert(draft.text)
  if (!/[\p{L}\p{N}]/u.test(text)) return withhold('commanded')
  return {
    draft: text === draft.text && evidence.length === draft.evidence.length ? draft : { ...draft, text, evidence },
    withheld: null,
  }
}
