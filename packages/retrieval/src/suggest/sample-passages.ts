import type { Generation, GenerationPassage } from '@shutten/core'

/** At most `count` passages, spread over the generation. */
export function samplePassages(options: { generation: Generation; count: number }): GenerationPassage[] {
  const { generation, count } = options
  const size = generation.manifest.counts.passages
  const step = Math.max(1, Math.floor(size / count))
  return generation.getPassages(Array.from({ length: Math.min(size, count) }, (_, i) => i * step))
}
