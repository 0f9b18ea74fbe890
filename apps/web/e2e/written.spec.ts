import { expect } from '@playwright/test'
import { countShifts } from './count-shifts'
import { findPlace } from './find-place'
import { startLanguageModel } from './language-model'
import { dataFolder, startOwnServer } from './own-server'
import { test } from './reader-test'

test.skip(dataFolder === '', 'SHUTTEN_E2E_DATA_DIR is not set')

let model: Awaited<ReturnType<typeof startLanguageModel>>
let server: Awaited<ReturnType<typeof startOwnServer>>

test.beforeAll(async () => {
  model = await startLanguageModel()
  server = await startOwnServer({
    SHUTTEN_LLM: 'openai:stand-in',
    SHUTTEN_LLM_API_KEY: 'for-tests-only',
    SHUTTEN_LLM_BASE_URL: model.baseUrl,
    SHUTTEN_UNSUPPORTED: 'mark',
    // Each question is written anew.
    SHUTTEN_ANSWER_CACHE: '0',
  })
})
test.afterAll(async () => {
  await server?.kill()
  await model?.stop()
})

/** Sentences of the first passage, as the model may quote them. */
function readSentences(prompt: string): string[] {
  const [, passage = ''] = /<passage number="1">\n[^\n]*\n([\s\S]*?)\n<\/passage>/.exec(prompt) ?? []
  return passage.split(/(?<=。)/).map((sentence) => sentence.trim())
}

test('a written answer comes sentence by sentence, each with its verdict, and nothing moves', {
  tag: '@phone',
}, async ({ page, t, asked }) => {
  const findShifts = await countShifts(page)
  await page.goto(server.url)
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  const writing = await model.next()
  const [first = '', second = '', third = ''] = readSentences(writing.prompt)
  const made = '基盤モデルは毎月12万回の点検を受けなければならない。'
  const entry = page.getByRole('article')
  writing.write(`${first}[1]\n\n`)
  await expect(entry.locator('.sentence')).toHaveCount(1)
  await expect(entry.locator('.citation-marker')).toHaveCount(1)
  writing.write(`- ${second}[1]\n`)
  await expect(entry.locator('.answer-item')).toHaveCount(1)
  writing.write(`- ${made}[1]\n\n`)
  await expect(entry.locator('.answer-item')).toHaveCount(2)
  const before = await findPlace(entry)
  writing.write(`${third}[1]`)
  writing.end()
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await expect(entry.locator('.sentence')).toHaveCount(4)
  await expect(entry.locator('.answer-item')).toHaveCount(2)
  expect(await findPlace(entry)).toEqual(before)
  await expect(entry.getByText(t('answer.writtenBy', { model: 'openai:stand-in' }))).toBeVisible()
  // What no source holds is told by word, shape and line; what one holds has its marker and no more.
  await expect(entry.locator('.verdict')).toHaveText([t('answer.unsupported')])
  await expect(entry.locator('.verdict svg')).toHaveCount(1)
  await expect(entry.locator('.sentence[data-support=unsupported]')).toHaveText(made)
  await expect(entry.getByText(t('answer.someSupported', { count: 3, total: 4 }))).toBeVisible()
  expect((await findShifts()).reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.01)
})

test('what has come of a written answer is kept when it is stopped', { tag: '@phone' }, async ({ page, t, asked }) => {
  await page.goto(server.url)
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  const writing = await model.next()
  const [first = '', second = ''] = readSentences(writing.prompt)
  // A sentence is told when it is whole.
  writing.write(`${first}[1]\n\n${second.slice(0, 8)}`)
  const entry = page.getByRole('article')
  await expect(entry.locator('.sentence')).toHaveCount(1)
  await page.getByRole('button', { name: t('chat.stop') }).click()
  await expect(entry.getByText(t('chat.stoppedPartly'))).toBeVisible()
  await page.reload()
  await expect(entry.locator('.sentence')).toHaveText([first])
  await expect(entry.locator('.citation-marker')).toHaveCount(1)
})

test('a server that is killed in the middle of an answer is waited for, and asked again', { tag: '@phone' }, async ({
  page,
  t,
  asked,
}) => {
  test.slow()
  await page.goto(server.url)
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  const writing = await model.next()
  const [first = '', second = ''] = readSentences(writing.prompt)
  // A sentence is told when it is whole.
  writing.write(`${first}[1]\n\n${second.slice(0, 8)}`)
  const entry = page.getByRole('article')
  await expect(entry.locator('.sentence')).toHaveCount(1)
  await server.kill()
  await expect(entry.getByText(t('chat.recovering'))).toBeVisible()
  // What had come stays to be read.
  await expect(entry.locator('.sentence')).toHaveText([first])
  await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toHaveCount(0)

  const again = model.next()
  await server.start()
  const anew = await again
  anew.write(`${first}[1]${second}[1]`)
  anew.end()
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await expect(entry.locator('.sentence')).toHaveText([first, second])
  await expect(page).toHaveURL(/\/c\//)
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
})
