import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createChunker, extractMarkdown } from '@shutten/ingestion'

const perFolder = 500

/** Where the article of a number lies, relative to the corpus. */
export const getArticlePath = (number: number) =>
  path.join(String(Math.floor(number / perFolder)).padStart(4, '0'), `${String(number).padStart(6, '0')}.md`)

/** Writes articles until they make as many passages. Gives both numbers. */
export async function writeCorpus(options: {
  folder: string
  passages: number
  makeArticle: (number: number) => string
}): Promise<{ articles: number; passages: number }> {
  const { folder, passages: wanted, makeArticle } = options
  const chunker = createChunker()
  await rm(folder, { recursive: true, force: true })
  let [articles, passages] = [0, 0]
  for (; passages < wanted; articles += 1) {
    const text = makeArticle(articles)
    const file = path.join(folder, getArticlePath(articles))
    passages += chunker.chunk(extractMarkdown({ text, uri: file })).length
    if (articles % perFolder === 0) await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  return { articles, passages }
}
