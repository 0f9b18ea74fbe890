import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import type { SearchResult } from '@shutten/core'
import type { Searcher } from '../search/create-searcher.js'

/** What each LangChain document carries beside its text. */
export type PassageMetadata = Omit<SearchResult, 'text'> & { generation: string }

class SearcherRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['shutten', 'retrievers']

  constructor(private readonly options: { searcher: Pick<Searcher, 'search'>; k: number } & BaseRetrieverInput) {
    super(options)
  }

  static override lc_name() {
    return 'ShuttenRetriever'
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const { results, generation } = await this.options.searcher.search({ query, k: this.options.k })
    return results.map(
      ({ text, ...metadata }) =>
        new Document({ id: metadata.passageId, pageContent: text, metadata: { ...metadata, generation } }),
    )
  }
}

/**
 * Shutten's search as a LangChain retriever: a runnable that gives documents, best first, each with its place in the
 * source (`start`, `end` in UTF-16 code units), signals and generation.
 * Errors (of `invoke`): those of `Searcher.search`.
 */
export function createLangChainRetriever(
  options: { searcher: Pick<Searcher, 'search'>; k?: number } & BaseRetrieverInput,
): BaseRetriever<PassageMetadata> {
  return new SearcherRetriever({ k: 10, ...options })
}
