import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createChunker, extractMarkdown, formatPassage } from '@shutten/ingestion'
import { getArticlePath } from './write-corpus.js'

export interface CorpusPassage {
  uri: string
  /** As the embedder gets it. */
  text: string
}

/** The passages of a corpus as ingestion makes them, in order. */
export async function readPassages(options: { folder: string; articles: number }): Promise<CorpusPassage[]> {
  const { folder, articles } = options
  const chunker = createChunker()
  const passages: CorpusPassage[] = []
  for (let number = 0; number < articles; number += 1) {
    const file = path.join(folder, getArticlePath(number))
    const document = extractMarkdown({ text: await readFile(file, 'utf8'), uri: file })
    const uri = pathToFileURL(file).href
    for (const { start, end, headingPath } of chunker.chunk(document))
      passages.push({
        uri,
        text: formatPassage({ title: document.title, headingPath, text: document.text.slice(start, end) }),
      })
  }
  return passages
}
