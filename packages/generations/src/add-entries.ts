import {
  type CopiedEntry,
  type GenerationEntry,
  type GenerationPassage,
  type LexicalIndexBuilder,
  type LinkedEntry,
  ShuttenError,
  type VectorIndexBuilder,
} from '@shutten/core'
import type { PassageBuilder } from './passages/create-passage-builder.js'
import type { PassageFile } from './passages/open-passage-file.js'

export type StoreEntry = GenerationEntry | CopiedEntry | LinkedEntry

export interface Builders {
  vectors: VectorIndexBuilder
  texts: PassageBuilder
  lexical: LexicalIndexBuilder
  previous: PassageFile | null
}

/**
 * Adds entries, numbered from `first`, to all parts; a linked one to the texts only.
 * Errors: INPUT_INVALID for one that cannot be copied, and for a link to what is not indexed.
 *
 * @param options.indexed how many passages of the generation are indexed: they come first
 * @param options.links filled in with what the linked ones are linked to
 * @param options.sample filled in with the vectors of ordinals that `isSampled` wants
 */
export function addEntries(
  options: Builders & {
    entries: readonly StoreEntry[]
    first: number
    indexed: number
    links: Uint32Array
    sample: Map<number, Float32Array>
    isSampled: (ordinal: number) => boolean
  },
): void {
  const { entries, first, indexed, links, vectors, texts, lexical, previous, sample, isSampled } = options
  const copied = entries.flatMap((entry) => ('from' in entry ? [entry.from] : []))
  const stored = new Map((previous?.getPassages(copied) ?? []).map((passage) => [passage.ordinal, passage]))
  const fingerprints = previous?.getFingerprints(copied)
  const rows = entries.map((entry, at) => {
    const passage = 'from' in entry ? stored.get(entry.from) : entry.passage
    if (!passage) throw createCopyError('from' in entry ? entry.from : -1)
    const fingerprint = 'from' in entry ? fingerprints?.get(entry.from) : 'vector' in entry ? entry.fingerprint : null
    const ordinal = first + at
    if ('linkedTo' in entry !== ordinal >= indexed || ('linkedTo' in entry && !(entry.linkedTo < indexed)))
      throw createLinkError(ordinal)
    const numbered: GenerationPassage = { ...passage, ordinal }
    return { passage: numbered, fingerprint: 'linkedTo' in entry ? null : (fingerprint ?? null) }
  })
  texts.add(rows)
  for (const [at, entry] of entries.entries()) {
    const { passage } = rows[at] as (typeof rows)[number]
    const { ordinal } = passage
    if ('linkedTo' in entry) {
      links[ordinal - indexed] = entry.linkedTo
      continue
    }
    if ('from' in entry) {
      lexical.copy([{ ordinal, from: entry.from }])
      vectors.copy({ ordinal, from: entry.from })
    } else {
      lexical.add([{ ordinal, title: passage.title, headings: passage.headingPath.join('\n'), body: passage.text }])
      vectors.add({ ordinal, vector: entry.vector })
    }
    if (isSampled(ordinal)) sample.set(ordinal, 'from' in entry ? vectors.readBase(entry.from) : entry.vector.slice())
  }
}

function createCopyError(from: number): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `The previous generation has no passage ${from}.`,
    suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts.',
  })
}

function createLinkError(ordinal: number): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `Passage ${ordinal} is not linked as was announced.`,
    suggestion: 'Give the indexed passages first, then those that are linked to them.',
  })
}
