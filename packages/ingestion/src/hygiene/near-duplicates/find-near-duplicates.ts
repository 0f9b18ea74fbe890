import { compareSignatures } from './min-hash.js'

/** A passage by its fingerprint, and what tells which of two is the older. */
export interface FingerprintedPassage {
  id: string
  documentId: string
  /** Position in the document. */
  index: number
  /** ISO 8601, UTC: when its document was first taken in. */
  since: string
  /** By `fingerprintPassage`. */
  fingerprint: string
}

/** A passage that says what an older one says. */
export interface DuplicateLink {
  id: string
  /** The one that stays. It is itself no duplicate. */
  keptId: string
  /** Estimated Jaccard similarity of their character 4-grams, 0 to 1. */
  similarity: number
}

/** docs/decisions/2026-11-22-hygiene.md has the measure. */
const leastSimilarity = 0.8

/**
 * Links each passage to the oldest that says the same: the same facts in the same order under the same headings, and
 * letters nearly alike. The order of the input does not matter. Links come in the order of age.
 *
 * Source of the signature's comparison: Broder, "On the resemblance and containment of documents", 1997.
 */
export function findNearDuplicates(options: {
  passages: Iterable<FingerprintedPassage>
  leastSimilarity?: number
}): DuplicateLink[] {
  const least = options.leastSimilarity ?? leastSimilarity
  const links: (DuplicateLink & { passage: FingerprintedPassage })[] = []
  for (const group of groupByFacts(options.passages)) {
    const kept: { id: string; signature: Uint8Array }[] = []
    for (const passage of group.sort(compareAge)) {
      const signature = readSignature(passage.fingerprint)
      const similar = kept
        .map(({ id, signature: other }) => ({ id, similarity: compareSignatures(signature, other) }))
        .find(({ similarity }) => similarity >= least)
      if (similar) links.push({ id: passage.id, keptId: similar.id, similarity: similar.similarity, passage })
      else kept.push({ id: passage.id, signature })
    }
  }
  return links
    .sort((a, b) => compareAge(a.passage, b.passage))
    .map(({ id, keptId, similarity }) => ({ id, keptId, similarity }))
}

/** Groups of two or more. */
function groupByFacts(passages: Iterable<FingerprintedPassage>): FingerprintedPassage[][] {
  const groups = new Map<string, FingerprintedPassage | FingerprintedPassage[]>()
  for (const passage of passages) {
    const facts = passage.fingerprint.slice(0, passage.fingerprint.lastIndexOf('.'))
    const group = groups.get(facts)
    if (group === undefined) groups.set(facts, passage)
    else if (Array.isArray(group)) group.push(passage)
    else groups.set(facts, [group, passage])
  }
  return [...groups.values()].filter((group) => Array.isArray(group))
}

const readSignature = (fingerprint: string) =>
  new Uint8Array(Buffer.from(fingerprint.slice(fingerprint.lastIndexOf('.') + 1), 'base64'))

function compareAge(a: FingerprintedPassage, b: FingerprintedPassage): number {
  return compare(a.since, b.since) || compare(a.documentId, b.documentId) || a.index - b.index || compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
