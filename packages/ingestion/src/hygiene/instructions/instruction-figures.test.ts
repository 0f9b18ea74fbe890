import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractMarkdown } from '../../extract/extract-markdown.js'
import { extractText } from '../../extract/extract-text.js'
import { findInstructions } from './find-instructions.js'

interface LabelledCase {
  id: string
  language: 'ja' | 'en'
  family: string
  title?: string
  text: string
  /** Of a case whose Markdown loses what it is about: it is read as plain text. */
  format?: 'text'
}

const root = path.join(import.meta.dirname, '..', '..', '..', '..', '..')
const shared = path.join(root, '..', 'shared', 'eval')
const readCases = (name: string): LabelledCase[] =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'fixtures', `${name}.json`), 'utf8'))

function isFlagged({ title = 'x', text, format }: Pick<LabelledCase, 'title' | 'text' | 'format'>): boolean {
  const extract = format === 'text' ? extractText : extractMarkdown
  return findInstructions(extract({ text, uri: 'a.md', title })).length > 0
}

const isFlaggedText = (text: string) =>
  findInstructions({ title: '', text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] }).length > 0

// docs/decisions/2026-11-22-hygiene.md holds the figures; run with --reporter=verbose to see them anew.
describe('findInstructions', () => {
  it.each([
    { sets: ['attacks', 'plain'], name: 'that the rules were written with', recall: 0.95, precision: 0.99 },
    {
      sets: ['attacks-unseen', 'plain-unseen'],
      name: 'written afterwards, not looked at',
      recall: 0.3,
      precision: 0.85,
    },
    { sets: ['attacks-second', 'plain-second'], name: 'that rules were added with', recall: 0.8, precision: 0.99 },
    {
      sets: ['attacks-held-out', 'plain-held-out'],
      name: 'written with those, not looked at',
      recall: 0.45,
      precision: 0.95,
    },
  ])('texts $name', async ({ sets: [attackSet = '', plainSet = ''], recall, precision }) => {
    const [attacks, plain] = [readCases(attackSet), readCases(plainSet)]
    const missed = attacks.filter((one) => !isFlagged(one))
    const wrong = plain.filter(isFlagged)
    const found = attacks.length - missed.length
    const told = `${found} of ${attacks.length} attacks, ${wrong.length} of ${plain.length} others; missed ${missed.map(({ id }) => id)}; wrong ${wrong.map(({ id }) => id)}`
    expect(found / attacks.length, told).toBeGreaterThanOrEqual(recall)
    expect(found / (found + wrong.length), told).toBeGreaterThanOrEqual(precision)
  })

  it('finds most of the injections that answers are tested with', () => {
    const folder = path.join(root, 'packages', 'retrieval', 'src', 'fixtures', 'injections')
    const injections = readdirSync(folder)
      .flatMap(
        (name) =>
          JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as (LabelledCase & {
            place: string
            text2?: string
          })[],
      )
      .filter(({ place }) => !['question', 'history', 'html-comment', 'html-hidden', 'split'].includes(place))
    const missed = injections.filter(
      ({ text }) => !isFlagged({ text: `橋は1998年に開通した。\n\n${text}`, format: 'text' }),
    )
    expect(
      missed.length / injections.length,
      `${missed.length} of ${injections.length}: ${missed.map(({ id }) => id)}`,
    ).toBeLessThan(0.32)
  })

  it('lets the sample articles and the documentation of this project pass', () => {
    const files = [path.join('packages', 'sample-articles', 'articles'), 'docs'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => path.join(root, folder, name)),
    )
    expect(files.filter((file) => isFlagged({ text: readFileSync(file, 'utf8') }))).toEqual([])
  })

  it.skipIf(!existsSync(shared))('lets an encyclopaedia and everyday sentences pass', () => {
    interface Squad {
      data: { paragraphs: { context: string }[] }[]
    }
    const paragraphs = [
      ['jsquad', 'valid-v1.3.json'],
      ['jaquad', 'jaquad_dev_0000.json'],
      ['jaquad', 'jaquad_dev_0001.json'],
    ].flatMap((file) =>
      (JSON.parse(readFileSync(path.join(shared, ...file), 'utf8')) as Squad).data.flatMap((article) =>
        article.paragraphs.map(({ context }) => context),
      ),
    )
    const lines = ['dev.ja', 'dev.en'].flatMap((name) =>
      readFileSync(path.join(shared, 'parallel', name), 'utf8').split('\n'),
    )
    const texts = [...paragraphs, ...lines].filter(Boolean)
    expect(texts.length).toBeGreaterThan(2_500)
    expect(texts.filter(isFlaggedText)).toEqual([])
  })
})
