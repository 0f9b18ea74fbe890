import type { Analyze } from '@shutten/text'

/** ICU's dictionary of words, or one of a morphological analyser. */
export type DictionaryName = 'icu' | 'lindera'

/** Imports what it needs only when called: the cost of loading can be measured. */
export async function loadAnalyzer(name: DictionaryName): Promise<Analyze> {
  const { analyze } = await import('@shutten/text')
  if (name === 'icu') return analyze
  const { loadDictionaryAnalyzer } = await import('./load-dictionary-analyzer.js')
  return loadDictionaryAnalyzer({ analyze })
}
