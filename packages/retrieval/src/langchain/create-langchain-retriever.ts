import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import type { RunnableConfig } from '@langchain/core/runnables'
import type { SearchFilters } from '@shutten/core'
import type { Searcher } from '../search/create-searcher.js'
import type { PassageMetadata } from './passage-document.js'

/** What the search is asked with each time. */
interface RetrieverSettings {
  /** Documents wanted, 1 to 100. */
  k: number
  filters?: SearchFilters | null
  /** False leaves the reranker out. */
  rerank?: boolean
  /** Milliseconds that reranking may take. */
  rerankBudgetMs?: number
}

class SearcherRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['shutten', 'retrievers']

  constructor(
    private readonly options: { searcher: Pick<Searcher, 'search'>; signal?: AbortSignal } & RetrieverSettings &
      BaseRetrieverInput,
  ) {
    super(options)
  }

  static override lc_name() {
    return 'ShuttenRetriever'
  }

  /** LangChain's own does not hand the signal on: a call that has one runs on a retriever of its own. */
  override async invoke(input: string, config?: RunnableConfig): Promise<Document<PassageMetadata>[]> {
    const signal = config?.signal
    if (!signal || this.options.signal === signal) return super.invoke(input, config) as never
    const { callbacks, tags, metadata, verbose } = this
    return new SearcherRetriever({ ...this.options, callbacks, tags, metadata, verbose, signal }).invoke(input, config)
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const { searcher, k, filters, rerank, rerankBudgetMs, signal } = this.options
    const { results, generation, warnings } = await searcher.search({
      query,
      k,
      ...(filters && { filters }),
      ...(rerank !== undefined && { rerank }),
      ...(rerankBudgetMs !== undefined && { rerankBudgetMs }),
      ...(signal && { signal }),
    })
    return results.map(
      ({ text, ...result }) =>
        new Document({
          id: result.passageId,
          pageContent: text,
          metadata: { ...result, source: result.uri, generation, ...(warnings && { warnings }) },
        }),
    )
  }
}

/**
 * Shutten's search as a LangChain retriever: a runnable that gives documents, best first, each with its place in the
 * source, signals and generation; `warnings` where something was left out. `k` is 10 unless told.
 * Errors (of `invoke`): those of `Searcher.search`; CANCELLED when the call's signal fires.
 */
export function createLangChainRetriever(
  options: { searcher: Pick<Searcher, 'search'> } & Partial<RetrieverSettings> & BaseRetrieverInput,
): BaseRetriever<PassageMetadata> {
  return new SearcherRetriever({ k: 10, ...options })
}
