import { readFile } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'
import { generalLatinWeight, generalSynonymWeight, type SynonymGroup } from './synonym-group.js'

/** Made from Sudachi's synonym dictionary when this package is built. */
const file = new URL('../../dist/synonyms/dictionary.txt', import.meta.url)

/**
 * General Japanese synonyms for `createSynonyms`: names and their other spellings, katakana and Latin, full and short,
 * from Sudachi's synonym dictionary (Works Applications, Apache-2.0). Reads one file of 1 MB; load it when first needed.
 * Errors: INTERNAL.
 */
export async function loadSynonymDictionary(): Promise<SynonymGroup[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ShuttenError({
      code: 'INTERNAL',
      message: 'The synonym dictionary cannot be read.',
      suggestion: 'Run `npm start` once: it builds what is missing.',
      cause,
    })
  })
  const groups: SynonymGroup[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [found = '', ambiguous] = line.split('\t~\t')
    const names = found.split('\t')
    groups.push({
      names: found.includes('|') ? names.map((form) => form.split('|')[0] ?? '') : names,
      keys: found.includes('|') ? names.map((form) => form.split('|').at(-1) ?? '') : names,
      ...(ambiguous ? { ambiguous: ambiguous.split('\t') } : {}),
      weight: generalSynonymWeight,
      latinWeight: generalLatinWeight,
    })
  }
  return groups
}
