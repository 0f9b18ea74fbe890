import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Joined by hand: bundlers rewrite `new URL('…', import.meta.url)` into an asset of their own.
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Absolute path of the folder of the sample articles: Markdown files with front matter, Japanese and English. */
export const articlesFolder = path.join(folder, 'articles')

/**
 * Absolute path of the golden set: questions on the sample articles in the evaluation dataset format. Its `relevant`
 * values are article names (file names without `.md`), because document ids differ from data folder to data folder.
 */
export const goldenFile = path.join(folder, 'golden', 'questions.json')
