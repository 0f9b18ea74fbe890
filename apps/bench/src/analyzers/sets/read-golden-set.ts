import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createChunker, extractMarkdown } from '@shutten/ingestion'
import { articlesFolder, getArticleUri, goldenFile } from '@shutten/sample-articles'
import type { AnalyzerSet, SetDocument } from './analyzer-set.js'

/** The passages of the sample articles and the golden questions in Japanese; every passage of the right article is right. */
export async function readGoldenSet(): Promise<AnalyzerSet> {
  const chunker = createChunker()
  const documents: SetDocument[] = []
  const positions = new Map<string, number[]>()
  for (const file of (await readdir(articlesFolder)).filter((name) => name.endsWith('.md')).sort()) {
    const article = path.basename(file, '.md')
    const text = await readFile(path.join(articlesFolder, file), 'utf8')
    const document = extractMarkdown({ text, uri: getArticleUri(article) })
    for (const { start, end, headingPath } of chunker.chunk(document)) {
      positions.set(article, [...(positions.get(article) ?? []), documents.length])
      documents.push({
        title: document.title,
        headings: headingPath.join('\n'),
        body: document.text.slice(start, end),
      })
    }
  }
  const { questions } = JSON.parse(await readFile(goldenFile, 'utf8')) as {
    questions: { question: string; lang: string; relevant?: string[] }[]
  }
  return {
    name: 'golden',
    documents,
    questions: questions
      .filter(({ lang, relevant }) => lang === 'ja' && relevant?.length)
      .map(({ question, relevant = [] }) => ({
        text: question,
        relevant: relevant.flatMap((article) => positions.get(article) ?? []),
      })),
  }
}
