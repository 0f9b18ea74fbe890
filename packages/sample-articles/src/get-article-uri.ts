import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { articlesFolder } from './sample-articles.js'

/** `bert` → `file:///…/articles/bert.md`: the URI under which ingestion of the articles' folder knows the article. */
export function getArticleUri(name: string): string {
  return pathToFileURL(path.join(articlesFolder, `${name}.md`)).href
}
