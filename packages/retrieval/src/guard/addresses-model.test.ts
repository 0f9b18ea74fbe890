import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { splitSentences } from '@shutten/text'
import { describe, expect, it } from 'vitest'
import { readInjections } from '../fixtures/injection-cases.js'
import { addressesModel } from './addresses-model.js'

const root = path.join(import.meta.dirname, '..', '..', '..', '..')
const shared = path.join(root, '..', 'shared')
const flagged = (text: string) =>
  splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(addressesModel)

describe('addressesModel', () => {
  it('reads most of the injections as what they are', async ({ annotate }) => {
    const placed = readInjections().filter(({ place }) => !['question', 'history'].includes(place))
    const missed = placed.filter(({ text, text2 }) => flagged(`${text}\n${text2 ?? ''}`).length === 0)
    await annotate(`missed: ${JSON.stringify(missed.map(({ id, text }) => [id, text.slice(0, 80)]))}`)
    expect(missed.length / placed.length).toBeLessThan(0.05)
  })

  it.each([
    'プロンプトインジェクションでは「以前の指示をすべて無視せよ」といった文が埋め込まれる。',
    'ChatGPTは質問に対して自然な文章で回答する。',
    'The assistant answers questions in natural language.',
    'Users can ignore the warning and continue.',
    '指示に従わない場合は罰則がある。',
    '利用者は窓口に申請書を提出してください。',
    'The system prompts the user for a password.',
  ])('lets a statement be one: %s', (sentence) => {
    expect(addressesModel(sentence)).toBe(false)
  })

  it('takes no sentence of the sample articles for a command', () => {
    const folder = path.join(root, 'packages', 'sample-articles', 'articles')
    const articles = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
    expect(articles.flatMap(flagged)).toEqual([])
  })

  it.skipIf(!existsSync(shared))('takes next to none of an encyclopaedia for one', async ({ annotate }) => {
    interface Squad {
      data: { paragraphs: { context: string }[] }[]
    }
    const { data } = JSON.parse(readFileSync(path.join(shared, 'eval', 'jsquad', 'valid-v1.3.json'), 'utf8')) as Squad
    const texts = [
      ...data.flatMap(({ paragraphs }) => paragraphs.map(({ context }) => context)),
      readFileSync(path.join(shared, 'eval', 'parallel', 'dev.en'), 'utf8'),
    ]
    const found = texts.flatMap(flagged)
    const all = texts.reduce((sum, text) => sum + splitSentences(text).length, 0)
    await annotate(`${found.length} of ${all} sentences: ${found.join(' | ')}`)
    expect(found.length / all).toBeLessThan(0.003)
  })
})
