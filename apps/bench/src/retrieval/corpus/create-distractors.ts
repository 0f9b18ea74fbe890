import { splitSentences } from '@shutten/text'
import { createRandom } from '../../shared/create-random.js'
import type { BenchPassage } from './corpus.js'
import { getPassageId } from './get-passage-id.js'

const sourcesPerDistractor = { least: 2, most: 4 }
const sentencesPerSource = 2
/** Length of the noise's expected value beside vectors of length 1. */
const noise = 0.05

/**
 * Passages that stand for those of a larger collection: runs of real sentences of different passages, titled like the
 * first of them. A distractor's vector is the mean of all vectors plus the sum of its sources' differences from it over
 * the square root of their number, plus noise, at unit length: it lies as far from the mean as real vectors do. (The
 * plain mean of its sources would lie nearer to everything than any real vector, and crowd out what is looked for.)
 *
 * @returns `count` passages with texts of their own, the same for the same seed
 */
export function createDistractors(options: {
  passages: readonly BenchPassage[]
  vectors: readonly Float32Array[]
  count: number
  /** Position of the first one in the corpus. */
  firstPosition: number
  seed: number
}): { passages: BenchPassage[]; vectors: Float32Array[] } {
  const { count, firstPosition, seed } = options
  const random = createRandom(seed)
  const sources = options.passages.map(({ text, title, language }, at) => ({
    title,
    language,
    sentences: splitSentences(text).map(({ start, end }) => text.slice(start, end)),
    vector: options.vectors[at] as Float32Array,
  }))
  const mean = meanOf(options.vectors)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const seen = new Set<string>()
  const made: { passages: BenchPassage[]; vectors: Float32Array[] } = { passages: [], vectors: [] }
  while (made.passages.length < count) {
    const { least, most } = sourcesPerDistractor
    const chosen = Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, () => pick(sources))
    const text = chosen
      .map(({ sentences }) => {
        const start = Math.floor(random() * sentences.length)
        return sentences.slice(start, start + 1 + Math.floor(random() * sentencesPerSource)).join('')
      })
      .join('')
    const first = chosen[0] as (typeof sources)[number]
    const vector = combine({ vectors: chosen.map(({ vector }) => vector), mean, random })
    if (seen.has(text)) continue
    seen.add(text)
    const id = getPassageId(firstPosition + made.passages.length)
    made.passages.push({ id, documentId: id, title: first.title, headingPath: [], text, language: first.language })
    made.vectors.push(vector)
  }
  return made
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0)
  return mean.map((sum) => sum / vectors.length)
}

function combine(options: {
  vectors: readonly Float32Array[]
  mean: Float32Array
  random: () => number
}): Float32Array {
  const { vectors, mean, random } = options
  const scale = 1 / Math.sqrt(vectors.length)
  // Uniform on -1 to 1 has a mean square of 1/3.
  const noiseScale = noise * Math.sqrt(3 / mean.length)
  const combined = mean.map((centre, i) => {
    let difference = 0
    for (const vector of vectors) difference += (vector[i] ?? 0) - centre
    return centre + difference * scale + (random() * 2 - 1) * noiseScale
  })
  const length = Math.hypot(...combined)
  return combined.map((value) => value / length)
}
