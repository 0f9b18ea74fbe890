import type { DocumentRepository, IngestionRepository, SourceRepository } from '@shutten/core'
import { collectScopes, type Scopes } from '../../chat/collect-scopes'
import { locateSource } from './locate-source'

/** Documents read at a time. */
const batch = 5_000

/** The scopes of the serving generation, collected once a generation, and when a source is changed. */
export function createScopeCache(options: {
  database: {
    documents: DocumentRepository
    sources: SourceRepository
    ingestion: Pick<IngestionRepository, 'findServing'>
  }
}): () => Promise<Scopes> {
  const { documents, sources, ingestion } = options.database
  let kept: { state: string; scopes: Promise<Scopes> } | null = null
  async function collect(kept: Awaited<ReturnType<SourceRepository['list']>>): Promise<Scopes> {
    const named = await Promise.all(kept.map((source) => locateSource({ source, sources })))
    const all: Awaited<ReturnType<DocumentRepository['list']>>['documents'] = []
    for (;;) {
      const { total, documents: page } = await documents.list({ offset: all.length, limit: batch })
      all.push(...page)
      if (page.length === 0 || all.length >= total)
        return collectScopes(
          all,
          named.filter((source) => source !== null),
        )
    }
  }
  return async () => {
    const [serving, all] = await Promise.all([ingestion.findServing(), sources.list()])
    const state = [serving?.id, ...all.map(({ id, updatedAt }) => `${id} ${updatedAt}`)].join('\n')
    if (kept?.state !== state) {
      const scopes = collect(all)
      kept = { state, scopes }
      scopes.catch(() => {
        if (kept?.scopes === scopes) kept = null
      })
    }
    return kept.scopes
  }
}
