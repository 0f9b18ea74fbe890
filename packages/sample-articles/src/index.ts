export { getArticleUri } from './get-article-uri.js'
export { articlesFolder, goldenFile } from './sample-articles.js'
