import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { EmbeddingCache } from '@shutten/core'
import { createDatabase } from '@shutten/database'

export interface SharedEmbeddings {
  cache: EmbeddingCache
  /** Contents embedded since it was opened. */
  readonly embedded: number
  close(): Promise<void>
}

/**
 * The vectors of all evaluations of a data folder, whatever their documents: what one embedded, no other embeds again,
 * nor the same one after its index was made anew.
 */
export async function openSharedEmbeddings(options: { folder: string }): Promise<SharedEmbeddings> {
  await mkdir(options.folder, { recursive: true })
  const { embeddingCache, close } = await createDatabase({ file: path.join(options.folder, 'embeddings.db') })
  let embedded = 0
  return {
    cache: {
      findMany: (request) => embeddingCache.findMany(request),
      async saveMany(request) {
        await embeddingCache.saveMany(request)
        embedded += request.entries.size
      },
    },
    get embedded() {
      return embedded
    },
    close,
  }
}
