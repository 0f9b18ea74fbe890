import type { Facts } from '../facts/read-facts.js'
import type { Stretch } from './source-text.js'

/** A line of Latin names in a Japanese passage is not written in English for that. */
export function isAcrossLanguages(said: Facts, { facts, passage }: Pick<Stretch, 'facts' | 'passage'>): boolean {
  return said.language !== facts.language && said.language !== passage.language
}
