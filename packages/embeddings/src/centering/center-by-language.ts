import type { Language } from '@shutten/core'

export interface LanguageMeans {
  /** Share of a mean that is taken off, 0 to 1. */
  share: number
  query: Record<Language, Float32Array>
  passage: Record<Language, Float32Array>
}

/**
 * Takes a share of the mean of its language off a vector and makes it unit length again. A multilingual model puts the
 * language of a text into a direction that all its texts have in common; less of it, and question and passage meet by
 * what they say rather than by the language they say it in. Language-specific centring after Libovický et al., "On the
 * Language Neutrality of Pre-trained Multilingual Representations", arXiv 2004.05160.
 */
export function centerByLanguage(options: {
  vector: Float32Array
  role: 'query' | 'passage'
  language: Language
  means: LanguageMeans
}): Float32Array {
  const { vector, role, language, means } = options
  const mean = means[role][language]
  const centered = vector.map((value, i) => value - means.share * (mean[i] ?? 0))
  const length = Math.sqrt(centered.reduce((sum, value) => sum + value * value, 0))
  return length > 0 ? centered.map((value) => value / length) : vector
}
