import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { articlesFolder } from '@shutten/sample-articles'
import { getEncoding } from 'js-tiktoken'
import { describe, expect, it } from 'vitest'
import { estimateTokens } from './estimate-tokens.js'

const articles = readdirSync(articlesFolder)
  .map((file) => readFileSync(path.join(articlesFolder, file), 'utf8'))
  .join('\n')
/** As long as a passage. */
const length = 400
const windows = Array.from({ length: Math.floor(articles.length / length) }, (_, i) =>
  articles.slice(i * length, (i + 1) * length),
)

const encodings = { o200k: getEncoding('o200k_base'), cl100k: getEncoding('cl100k_base') }

describe('estimateTokens', () => {
  it.each(Object.entries(encodings))('never counts less than %s', (_, encoding) => {
    const least = Math.min(...windows.map((text) => estimateTokens(text) / encoding.encode(text).length))
    expect(least).toBeGreaterThanOrEqual(1)
  })

  it('does not count twice as much as the hungriest, all in all', () => {
    expect(estimateTokens(articles)).toBeLessThan(2 * encodings.cl100k.encode(articles).length)
  })

  it.each(['', '🗼', '𠮷野家', '\u0000', 'ﾊﾝｶｸ'])('counts no less for %j', (text) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(encodings.cl100k.encode(text).length)
  })
})
