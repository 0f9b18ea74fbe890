import { createOrdinalSet, type Generation } from '@shutten/core'

/** Passages that a new generation is asked for. */
export const sampleSize = 32

const neighbours = 10
const linkedSampleSize = 8
const same = 0.999
/** Of the score of the best hit for a passage's own words, what the passage itself must reach. */
const leastShare = 0.25

/**
 * Asks an open generation for some of its own passages: by vector, by words, by id. Returns what is wrong.
 * Of the vectors nine in ten must be found: an approximate index may miss one.
 */
export function checkGeneration({
  generation,
  sample,
}: {
  generation: Generation
  /** Vectors as they were given, by ordinal. */
  sample: ReadonlyMap<number, Float32Array>
}): string[] {
  const { counts } = generation.manifest
  const problems: string[] = []
  const indexed = counts.passages - counts.linked
  if (counts.vectors !== indexed || counts.lexical !== indexed)
    problems.push('its parts hold different numbers of passages')
  problems.push(...checkLinks({ generation, indexed }))
  let found = 0
  for (const [ordinal, vector] of sample) {
    const [passage] = generation.getPassages([ordinal])
    if (!passage || generation.findPassage(passage.id)?.ordinal !== ordinal) {
      problems.push(`passage ${ordinal} is not found by its id`)
      continue
    }
    if (generation.getDocumentPassages(passage.documentId).every((each) => each.ordinal !== ordinal))
      problems.push(`passage ${ordinal} is not found by its document`)
    if (findsVector({ generation, ordinal, vector })) found++
    if (!findsText({ generation, ordinal, text: passage.text }))
      problems.push(`passage ${ordinal} is not found by its own words`)
  }
  if (found < sample.size * 0.9) problems.push(`of ${sample.size} vectors only ${found} are found`)
  return problems
}

/** Some of the linked passages: each is there, and found where nothing else is let through. */
function checkLinks({ generation, indexed }: { generation: Generation; indexed: number }): string[] {
  const { passages } = generation.manifest.counts
  const step = Math.max(1, Math.ceil((passages - indexed) / linkedSampleSize))
  const problems: string[] = []
  for (let ordinal = indexed; ordinal < passages; ordinal += step) {
    const [passage] = generation.getPassages([ordinal])
    if (!passage || generation.findPassage(passage.id)?.ordinal !== ordinal) {
      problems.push(`passage ${ordinal} is not found by its id`)
      continue
    }
    const within = createOrdinalSet({ capacity: passages, ordinals: [ordinal] })
    const hits = generation.lexical.search({ text: passage.text, k: 1, within })
    const isWordless = generation.lexical.search({ text: passage.text, k: 1 }).length === 0
    if (hits[0]?.ordinal !== ordinal && !isWordless) problems.push(`passage ${ordinal} is not found by its link`)
  }
  return problems
}

function findsVector({
  generation,
  ordinal,
  vector,
}: {
  generation: Generation
  ordinal: number
  vector: Float32Array
}): boolean {
  const hits = generation.vectors.search({ vector, k: neighbours })
  // Passages with the same text crowd each other out.
  return (
    hits.some((hit) => hit.ordinal === ordinal) || (hits.length === neighbours && (hits.at(-1)?.similarity ?? 0) > same)
  )
}

function findsText({ generation, ordinal, text }: { generation: Generation; ordinal: number; text: string }): boolean {
  const find = (k: number) => generation.lexical.search({ text, k })
  if (find(neighbours).some((hit) => hit.ordinal === ordinal)) return true
  // Passages that say nearly the same crowd each other out, and the words of one may be another's title.
  const hits = find(Math.max(1, generation.lexical.size))
  // A passage of signs alone has no words to be found by.
  if (hits.length === 0) return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 20
  const own = hits.find((hit) => hit.ordinal === ordinal)
  return own !== undefined && own.score >= leastShare * (hits[0]?.score ?? 0)
}
