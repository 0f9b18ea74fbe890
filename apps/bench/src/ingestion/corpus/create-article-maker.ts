import { splitSentences } from '@shutten/text'
import { createRandom } from '../../shared/create-random.js'
import type { RealArticle } from './read-real-articles.js'

const sections = 5
/** Paragraphs of about one passage. */
const sentencesPerParagraph = { least: 4, most: 7 }
/** Of the digits of a sentence, those that are exchanged. */
const changedDigits = 0.5

/**
 * Makes articles without end from real ones: real sentences in new order with other figures, so that no passage is another's copy or
 * near-duplicate and each has to be embedded. The same for the same seed and number.
 */
export function createArticleMaker(options: {
  articles: readonly RealArticle[]
  seed: number
}): (number: number, revision?: number) => string {
  const { articles, seed } = options
  const sources = articles
    .map(({ title, text }) => ({
      title,
      sentences: splitSentences(text)
        .map(({ start, end }) => text.slice(start, end).trim())
        .filter((sentence) => sentence.length > 10 && sentence.length < 200),
    }))
    .filter(({ sentences }) => sentences.length > 3)
  return (number, revision = 0) => {
    const random = createRandom(seed * 1_000_003 + number * 31 + revision)
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
    const change = (sentence: string) =>
      sentence.replace(/\d/g, (digit) => (random() < changedDigits ? String(Math.floor(random() * 10)) : digit))
    const paragraph = () => {
      const { least, most } = sentencesPerParagraph
      const count = least + Math.floor(random() * (most - least + 1))
      return Array.from({ length: count }, () => change(pick(pick(sources).sentences))).join('')
    }
    const { title } = pick(sources)
    const body = Array.from({ length: sections }, (_, at) => `## 第${at + 1}節\n\n${paragraph()}\n\n${paragraph()}\n`)
    return `# ${title}（資料${number}）\n\n${body.join('\n')}`
  }
}
