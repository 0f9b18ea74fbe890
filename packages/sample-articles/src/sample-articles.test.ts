import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { articlesFolder, getArticleUri, goldenFile } from './index.js'

interface GoldenQuestion {
  id: string
  kind: string
  lang: string
  question: string
  relevant: string[]
  answers: string[][] | null
  evidence?: string
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as { name: string; questions: GoldenQuestion[] }
const articles = new Map(
  readdirSync(articlesFolder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file.slice(0, -'.md'.length), readFileSync(path.join(articlesFolder, file), 'utf8')]),
)
const answerable = golden.questions.filter((question) => question.answers !== null)
const refused = golden.questions.filter((question) => question.answers === null)

describe.each([...articles])('the article %s', (name, text) => {
  test('opens with front matter that names title, language and tags', () => {
    expect(text).toMatch(/^---\ntitle: \S.*\nlang: (?:ja|en)\ntags: \[.+\]\n---\n\n# \S/)
    expect(text.match(/^title: (.*)$/m)?.[1]).toBe(text.match(/^# (.*)$/m)?.[1])
  })

  test('closes with its sources', () => {
    const [, sources, ...more] = text.split(/^## (?:出典|Sources)$/m)
    expect(more).toHaveLength(0)
    expect(sources?.trim().split('\n').length).toBeGreaterThanOrEqual(2)
    for (const line of sources?.trim().split('\n') ?? []) expect(line).toMatch(/^- \S/)
  })

  test('is NFC, with tables of even width and no stray blank lines', () => {
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toMatch(/[ \t]\n|\n\n\n|\r|\t/)
    for (const table of text.matchAll(/(?:^\|.*\n)+/gm)) {
      const widths = table[0]
        .trim()
        .split('\n')
        .map((row) => row.split('|').length)
      expect(new Set(widths).size).toBe(1)
    }
  })

  test('answers at least one golden question', () => {
    expect(answerable.some((question) => question.relevant.includes(name))).toBe(true)
  })

  test('is found at its URI', () => {
    expect(readFileSync(fileURLToPath(getArticleUri(name)), 'utf8')).toBe(text)
  })
})

describe('the golden set', () => {
  test('is named and large enough, and half of what it refuses are near misses', () => {
    expect(golden.name).toBe('golden')
    expect(golden.questions.length).toBeGreaterThanOrEqual(80)
    expect(refused.length).toBeGreaterThanOrEqual(20)
    const near = refused.filter((question) => question.kind === 'unanswerable-near')
    expect(near.length * 2).toBeGreaterThanOrEqual(refused.length)
  })

  test('has every id and every question once', () => {
    expect(new Set(golden.questions.map((question) => question.id)).size).toBe(golden.questions.length)
    expect(new Set(golden.questions.map((question) => fold(question.question))).size).toBe(golden.questions.length)
  })

  test.each(answerable)('$id is answered by the articles it names: $question', (question) => {
    const texts = question.relevant.map((name) => fold(articles.get(name) ?? ''))
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every((text) => text !== '')).toBe(true)
    expect(question.evidence).toBeTruthy()
    expect(texts.some((text) => text.includes(fold(question.evidence ?? '')))).toBe(true)
    expect(question.answers?.length).toBeGreaterThan(0)
    for (const group of question.answers ?? [])
      expect(
        group.some((variant) => texts.some((text) => text.includes(fold(variant)))),
        group.join(' / '),
      ).toBe(true)
  })

  test.each(refused)('$id names no article: $question', (question) => {
    expect(question.relevant).toEqual([])
    expect(question.evidence).toBeUndefined()
    expect(question.kind).toMatch(/^unanswerable/)
  })
})
