import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createChunker, extractMarkdown } from '@shutten/ingestion'
import { articlesFolder, getArticleUri, goldenFile } from '@shutten/sample-articles'
import type { BaseCorpus, BenchPassage } from './corpus.js'
import { getPassageId } from './get-passage-id.js'

/** The sample articles as ingestion cuts them, with the golden questions. Which passage answers is not known: speed only. */
export async function readSampleArticles(): Promise<BaseCorpus> {
  const chunker = createChunker()
  const unasked: BenchPassage[] = []
  for (const file of (await readdir(articlesFolder)).filter((name) => name.endsWith('.md')).sort()) {
    const name = path.basename(file, '.md')
    const document = extractMarkdown({
      text: await readFile(path.join(articlesFolder, file), 'utf8'),
      uri: getArticleUri(name),
    })
    for (const { start, end, headingPath, language } of chunker.chunk(document)) {
      const id = getPassageId(unasked.length)
      unasked.push({
        id,
        documentId: id,
        title: document.title,
        headingPath,
        text: document.text.slice(start, end),
        language,
      })
    }
  }
  const { questions } = JSON.parse(await readFile(goldenFile, 'utf8')) as { questions: { question: string }[] }
  return {
    name: 'sample articles',
    asked: [],
    unasked,
    questions: questions.map(({ question }) => ({ question, relevant: null })),
  }
}
