import { createHash } from 'node:crypto'
import type { IngestionRepository } from '@shutten/core'

type Staging = Parameters<IngestionRepository['stageVersion']>[0]

/** A document of as many passages as `sentences`, each one sentence. */
export function sampleStaging(options: { uri: string; sentences: readonly string[] } & Partial<Staging>): Staging {
  const { uri, sentences, ...rest } = options
  const text = sentences.join('')
  let start = 0
  const chunks = sentences.map((sentence, index) => {
    const chunk = {
      index,
      start,
      end: start + sentence.length,
      headingPath: ['章', `節${index}`],
      language: 'ja' as const,
    }
    start = chunk.end
    return chunk
  })
  return {
    uri,
    mediaType: 'text/plain',
    contentHash: createHash('sha256').update(text).digest('hex'),
    document: {
      title: `題 ${uri}`,
      language: 'ja',
      text,
      blocks: [{ kind: 'paragraph', start: 0, end: text.length, source: { start: 1, end: text.length + 1 } }],
      tags: ['試験'],
    },
    chunks,
    chunker: 'chunker-1',
    ...rest,
  }
}
