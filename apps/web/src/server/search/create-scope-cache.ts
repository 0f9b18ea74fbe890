import type { DocumentRepository, IngestionRepository } from '@shutten/core'
import { collectScopes, type Scopes } from '../../chat/collect-scopes'

/** Documents read at a time. */
const batch = 5_000

/** The scopes of the serving generation, collected once a generation. */
export function createScopeCache(options: {
  database: { documents: DocumentRepository; ingestion: Pick<IngestionRepository, 'findServing'> }
}): () => Promise<Scopes> {
  const { documents, ingestion } = options.database
  let kept: { generation: string | null; scopes: Promise<Scopes> } | null = null
  async function collect(): Promise<Scopes> {
    const all: Awaited<ReturnType<DocumentRepository['list']>>['documents'] = []
    for (;;) {
      const { total, documents: page } = await documents.list({ offset: all.length, limit: batch })
      all.push(...page)
      if (page.length === 0 || all.length >= total) return collectScopes(all)
    }
  }
  return async () => {
    const generation = (await ingestion.findServing())?.id ?? null
    if (kept?.generation !== generation) {
      const scopes = collect()
      kept = { generation, scopes }
      scopes.catch(() => {
        if (kept?.scopes === scopes) kept = null
      })
    }
    return kept.scopes
  }
}
