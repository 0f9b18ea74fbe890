import type { Synonym } from '@shutten/text'

/** Other names of what a query says. `Synonyms` of the text package is one. */
export interface SynonymSource {
  find(text: string): readonly Synonym[] | Promise<readonly Synonym[]>
}
