import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { articlesFolder } from '@shutten/sample-articles'

export interface RealArticle {
  title: string
  text: string
}

interface Squad {
  data: { title: string; paragraphs: { context: string }[] }[]
}

/** JSQuAD puts the title in front of the paragraph. */
const titleMark = /^.*?\[SEP\]\s*/s
const squads = ['jsquad/valid-v1.3.json', 'jaquad/jaquad_dev_0000.json', 'jaquad/jaquad_dev_0001.json']

/** The sample articles, and what the folders of a corpus and of evaluation sets hold, where they are. */
export async function readRealArticles(options: {
  corpusFolder: string
  evaluationFolder: string
}): Promise<{ names: string[]; articles: RealArticle[] }> {
  const names = ['sample articles']
  const articles: RealArticle[] = []
  for (const name of (await readdir(articlesFolder)).filter((each) => each.endsWith('.md')).sort()) {
    const text = (await readFile(path.join(articlesFolder, name), 'utf8')).replace(/^---\n.*?\n---\n+/s, '')
    articles.push({ title: /^# (.*)$/m.exec(text)?.[1] ?? name, text: text.replace(/^#+ .*$/gm, '') })
  }
  const seeds = path.join(options.corpusFolder, 'seeds')
  if (existsSync(seeds)) {
    names.push(path.basename(options.corpusFolder))
    for (const name of (await readdir(seeds)).filter((each) => each.endsWith('.txt')).sort()) {
      const text = await readFile(path.join(seeds, name), 'utf8')
      articles.push({ title: text.split('\n')[0]?.trim() || name, text })
    }
  }
  for (const name of squads) {
    const file = path.join(options.evaluationFolder, name)
    if (!existsSync(file)) continue
    names.push(name.split('/')[0] as string)
    const { data } = JSON.parse(await readFile(file, 'utf8')) as Squad
    for (const { title, paragraphs } of data)
      articles.push({ title, text: paragraphs.map(({ context }) => context.replace(titleMark, '')).join('\n\n') })
  }
  return { names: [...new Set(names)], articles }
}
