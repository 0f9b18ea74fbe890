import { contentTerms, findQuantities, foldText } from '@shutten/text'
import type { DraftSentence } from '../answer/build-citations.js'
import { addressesModel } from './addresses-model.js'
import { findAddresses } from './find-addresses.js'
import { findCommands } from './find-commands.js'
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

/** The parts of a passage, its headings and its sentences: what they state, and what they tell a model to do. */
function readParts(passage: DraftSentence['evidence'][number]['passage']): { stated: string; commanded: string } {
  const parts = [
    ...[passage.title, ...passage.headingPath].map((text) => ({ text, isCommand: addressesModel(text) })),
    ...findCommands(passage.text).map(({ start, end, isCommand }) => ({
      text: passage.text.slice(start, end),
      isCommand,
    })),
  ]
  const join = (isCommand: boolean) =>
    parts
      .filter((part) => part.isCommand === isCommand)
      .map(({ text }) => text)
      .join('\n')
  return { stated: join(false), commanded: join(true) }
}

/** A quote is a command when all its sentences are. */
function isCommanded({ passage, start, end }: DraftSentence['evidence'][number]): boolean {
  const quoted = findCommands(passage.text).filter((sentence) => sentence.start < end && sentence.end > start)
  return quoted.length > 0 && quoted.every(({ isCommand }) => isCommand)
}

/** A word or a number of the sentence that its passages hold only where they tell a model what to do. */
function repeatsCommand(text: string, parts: { stated: string; commanded: string }): boolean {
  if (parts.commanded === '') return false
  const stated = foldText(parts.stated)
  const commanded = foldText(parts.commanded)
  const numbers = (written: string) => findQuantities(written).map(({ value }) => value)
  const statedNumbers = new Set(numbers(parts.stated))
  const commandedNumbers = new Set(numbers(parts.commanded))
  return (
    contentTerms(text).some(({ term }) => {
      const folded = foldText(term)
      return commanded.includes(folded) && !stated.includes(folded)
    }) || numbers(text).some((value) => commandedNumbers.has(value) && !statedNumbers.has(value))
  )
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
  // A source's own words obey nobody, and many a handbook is written in orders: they are quoted as what they are.
  if (instructions === null) return { draft: toInert(draft), withheld: null }
  const evidence = draft.evidence.filter((one) => !isCommanded(one))
  if (evidence.length === 0 && draft.evidence.length > 0) return withhold('commanded')
  const read = evidence.map(({ passage }) => readParts(passage))
  const parts = {
    stated: read.map(({ stated }) => stated).join('\n'),
    commanded: read
      .map(({ commanded }) => commanded)
      .join('\n')
      .trim(),
  }
  if (repeatsCommand(draft.text, parts)) return withhold('commanded')
  const stated = findAddresses(parts.stated)
  if (!findAddresses(draft.text).every((address) => stated.includes(address))) return withhold('address')
  const told = toInert(evidence.length === draft.evidence.length ? draft : { ...draft, evidence })
  return /[\p{L}\p{N}]/u.test(told.text) ? { draft: told, withheld: null } : withhold('commanded')
}

function toInert(draft: DraftSentence): DraftSentence {
  const text = makeInert(draft.text)
  return text === draft.text ? draft : { ...draft, text }
}
