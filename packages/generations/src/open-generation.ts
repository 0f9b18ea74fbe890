import path from 'node:path'
import type { Generation } from '@shutten/core'
import { withLinks } from './links/with-links.js'
import { type GenerationFiles, openChecked } from './open-checked.js'
import { openPassages } from './passages/open-passages.js'

/**
 * Opens what lies in `folder` as generation `id`: checks the manifest, sizes and counts, and the checksums when that is quick.
 * Errors: GENERATION_NOT_FOUND, also where it is removed meanwhile; INDEX_DAMAGED.
 *
 * @param options.isRead its bytes were held against the checksums just now
 */
export async function openGeneration(options: GenerationFiles & { isRead?: boolean }): Promise<Generation> {
  const { folder, vectorIndex, lexicalIndex, isRead = false } = options
  return openChecked({
    ...options,
    isThorough: !isRead,
    async open(manifest) {
      const { counts, embedder } = manifest
      // Side by side: reading one file waits for the disk or works in native code while another is checked.
      const parts = await Promise.allSettled([
        vectorIndex.open({
          file: path.join(folder, vectorIndex.fileName),
          dimension: embedder.dimension,
          size: counts.vectors,
        }),
        lexicalIndex.open({ file: path.join(folder, lexicalIndex.fileName), size: counts.lexical }),
        openPassages({ ...options, manifest }),
      ] as const)
      const [vectors, lexical, passages] = parts
      const close = () => {
        if (vectors.status === 'fulfilled') vectors.value.close()
        if (lexical.status === 'fulfilled') lexical.value.close()
        if (passages.status === 'fulfilled') passages.value.texts.close()
      }
      if (vectors.status === 'rejected' || lexical.status === 'rejected' || passages.status === 'rejected') {
        close()
        throw parts.find((part) => part.status === 'rejected')?.reason
      }
      const { texts, links } = passages.value
      return { ...texts, ...withLinks({ vectors: vectors.value, lexical: lexical.value, links }), close }
    },
  })
}
