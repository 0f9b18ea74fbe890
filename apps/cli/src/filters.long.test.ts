import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiary, lighthouse, writeArticles } from './fixtures/articles.js'
import { answer, ingestReport, searchResponse } from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'

const folder = createSuiteFolder()
const dataFolder = path.join(folder, 'data')
const shutten = createShutten(dataFolder)
const articles = path.join(folder, 'articles')
const farm = writeArticles(path.join(articles, 'farm'), { 'apiary.md': `---\ndate: 2019-05-01\n---\n\n${apiary}` })
const coast = writeArticles(path.join(articles, 'coast'), { 'lighthouse.md': lighthouse })

beforeAll(async () => {
  await shutten.json(ingestReport, ['ingest', farm, '--tag', '農業', '--tag', '蜂'])
  await shutten.json(ingestReport, ['ingest', coast, '--tag', 'coast'])
})

const find = async (...options: string[]) => {
  const { results } = await shutten.json(searchResponse, ['search', '蜂蜜 lighthouse', '--no-rerank', ...options])
  return [...new Set(results.map(({ uri }) => path.basename(uri)))].sort()
}

describe('search', () => {
  it('narrows by tag, folder, file, language and date', async () => {
    expect(await find()).toEqual(['apiary.md', 'lighthouse.md'])
    expect(await find('--tag', '農業')).toEqual(['apiary.md'])
    expect(await find('--tag', 'COAST', '--tag', '蜂')).toEqual(['apiary.md', 'lighthouse.md'])
    expect(await find('--source', coast)).toEqual(['lighthouse.md'])
    expect(await find('--source', path.join(farm, 'apiary.md'))).toEqual(['apiary.md'])
    expect(await find('--lang', 'en')).toEqual(['lighthouse.md'])
    expect(await find('--until', '2019-05-01')).toEqual(['apiary.md'])
    expect(await find('--from', '2020-01-01')).toEqual(['lighthouse.md'])
    expect(await find('--lang', 'en', '--tag', '農業')).toEqual([])
  })

  it('keeps tags that were given until others are, and takes them away', async () => {
    expect(await shutten.json(ingestReport, ['ingest', farm])).toMatchObject({ updated: 0, unchanged: 1 })
    expect(await shutten.json(ingestReport, ['ingest', farm, '--tag', '新しい'])).toMatchObject({ updated: 1 })
    expect(await find('--tag', '新しい')).toEqual(['apiary.md'])
    expect(await shutten.json(ingestReport, ['ingest', farm, '--no-tags'])).toMatchObject({ updated: 1 })
    expect(await find('--tag', '新しい')).toEqual([])
  })

  it('finds by the names of synonyms.txt, and names the line of it that is wrong', async () => {
    const lexical = async () => {
      const { results } = await shutten.json(searchResponse, ['search', 'Yôhôba', '--no-rerank'])
      return results.some(({ signals }) => signals.lexical !== null)
    }
    expect(await lexical()).toBe(false)
    writeFileSync(path.join(dataFolder, 'synonyms.txt'), 'Yôhôba, 養蜂場\n')
    expect(await lexical()).toBe(true)
    writeFileSync(path.join(dataFolder, 'synonyms.txt'), 'Yôhôba, 養蜂場\nYôhôba\n')
    const failed = await shutten.fail(['search', '蜂蜜'])
    expect(failed).toMatchObject({ code: 'CONFIGURATION_INVALID', status: 78 })
    expect(failed.stderr).toMatch(/synonyms\.txt.*[Ll]ine 2/)
    writeFileSync(path.join(dataFolder, 'synonyms.txt'), '')
  })
})

describe('ask', () => {
  it('answers from what filters let through, and refuses where that is nothing', async () => {
    const question = '青葉養蜂場は何年に開業しましたか？'
    expect(await shutten.json(answer, ['ask', question, '--until', '2019-12-31'])).toMatchObject({ status: 'answered' })
    expect(await shutten.json(answer, ['ask', question, '--tag', '経理'])).toMatchObject({
      status: 'refused',
      refusal: { reason: 'no-passages' },
    })
  })
})
