import { Embeddings } from '@langchain/core/embeddings'
import type { Embedder } from '@shutten/core'

/** An embedder of Shutten's in LangChain's clothes. */
export class EmbedderEmbeddings extends Embeddings {
  constructor(readonly embedder: Embedder) {
    super({})
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return (await this.embedder.embedPassages(documents)).map((vector) => Array.from(vector))
  }

  override async embedQuery(document: string): Promise<number[]> {
    return Array.from(await this.embedder.embedQuery(document))
  }
}

/**
 * Any embedder, such as the bundled one, as LangChain `Embeddings`: vectors of unit length, for queries and for
 * documents each with its own prefix.
 * Errors (of the calls): those of the embedder.
 */
export function createLangChainEmbeddings(options: { embedder: Embedder }): EmbedderEmbeddings {
  return new EmbedderEmbeddings(options.embedder)
}
