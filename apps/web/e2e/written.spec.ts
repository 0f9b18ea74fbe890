import { expect, type Page } from '@playwright/test'
import { send } from './ask'
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

/** A question that the model is about to answer, and what it could quote. */
async function beginWriting(page: Page, question: string) {
  await page.goto(server.url)
  const entry = await send(page, question)
  const writing = await model.next()
  const [first = '', second = '', third = ''] = readSentences(writing.prompt)
  return { entry, writing, first, second, third }
}

/** One whole sentence of it has come, and the beginning of the next: a sentence is told when it is whole. */
async function writeOneAndAHalf(page: Page, question: string) {
  const begun = await beginWriting(page, question)
  begun.writing.write(`${begun.first}[1]\n\n${begun.second.slice(0, 8)}`)
  await expect(begun.entry.locator('.sentence')).toHaveCount(1)
  return begun
}

test('a written answer comes sentence by sentence, each with its verdict, and nothing moves', {
  tag: ['@phone', '@once'],
}, async ({ page, t, asked }) => {
  const findShifts = await countShifts(page)
  const { entry, writing, first, second, third } = await beginWriting(page, asked.definition)
  const claim = '基盤モデルは毎月12万回の点検を'
  const made = `${claim}、\`inspect(a < b)\` により、$N_t \\le 12 \\times 10^4$ の範囲で受けなければならない。`
  writing.write(`${first}[1]\n\n`)
  await expect(entry.locator('.sentence')).toHaveCount(1)
  // That the first question takes the place of the first page is the reader's own doing, however late a busy machine shows it.
  const asking = (await findShifts()).length
  await expect(entry.locator('.citation-marker')).toHaveCount(1)
  writing.write(`- ${second}[1]\n`)
  await expect(entry.locator('.answer-item')).toHaveCount(1)
  writing.write(`- ${made}[1]\n\n`)
  await expect(entry.locator('.answer-item')).toHaveCount(2)
  const before = await findPlace(entry)
  writing.write(`\`\`\`yaml\n${third}\n\`\`\`\n`)
  await expect(entry.locator('.answer-code pre')).toHaveText(third)
  await expect(entry.locator('.answer-code .citation-marker')).toHaveCount(1)
  writing.write(`${third}[1]`)
  writing.end()
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await expect(entry.locator('.sentence')).toHaveCount(5)
  await expect(entry.locator('.answer-item')).toHaveCount(2)
  expect(await findPlace(entry)).toEqual(before)
  await expect(entry.getByText(t('answer.writtenBy', { model: 'openai:stand-in' }))).toBeVisible()
  // What no source holds is told by word, shape and line; what one holds has its marker and no more.
  await expect(entry.locator('.verdict')).toHaveText([t('answer.unsupported')])
  await expect(entry.locator('.verdict svg')).toHaveCount(1)
  const unsupported = entry.locator('.sentence[data-support=unsupported]')
  await expect(unsupported).toContainText(claim)
  // Code is shown as it is written, a formula is set.
  await expect(unsupported.locator('code', { hasText: 'inspect(a < b)' })).toBeVisible()
  await expect(unsupported.locator('math msub')).toBeVisible()
  await expect(entry.getByText(t('answer.someSupported', { count: 4, total: 5 }))).toBeVisible()
  const shifts = (await findShifts()).slice(asking)
  expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.01)
})

test('what has come of a written answer is kept when it is stopped', { tag: ['@phone', '@once'] }, async ({
  page,
  t,
  asked,
}) => {
  const { entry, first } = await writeOneAndAHalf(page, asked.definition)
  await page.getByRole('button', { name: t('chat.stop') }).click()
  await expect(entry.getByText(t('chat.stoppedPartly'))).toBeVisible()
  await expect(page).toHaveURL(/\/c\//)
  await page.reload()
  await expect(entry.locator('.sentence')).toHaveText([first])
  await expect(entry.locator('.citation-marker')).toHaveCount(1)
})

test('a server that is killed in the middle of an answer is waited for, and asked again', {
  tag: ['@phone', '@once'],
}, async ({ page, t, asked }) => {
  test.slow()
  const { entry, first, second } = await writeOneAndAHalf(page, asked.definition)
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
