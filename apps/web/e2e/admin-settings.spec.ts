import { expect, type Page } from '@playwright/test'
import type { SettingsView } from '../src/server/settings/describe-settings'
import { signIn, test } from './admin-test'
import { expectAccessible } from './expect-accessible'
import { startLanguageModel } from './language-model'

const key = 'sk-for-tests-only-WXYZ'
/** Words of the question about the definition. */
const terms = { ja: '基盤モデル', en: 'foundation model' }

const read = async (page: Page) => (await (await page.request.get('/api/v1/settings')).json()) as SettingsView
const put = async (page: Page, section: keyof SettingsView, values: object, more: object = {}) => {
  const view = (await read(page)) as unknown as Record<string, { version: string; values: object }>
  const { version, values: before } = view[section] ?? { version: '', values: {} }
  return page.request.put(`/api/v1/settings/${section}`, {
    data: { version, values: { ...before, ...values }, ...more },
  })
}

/** The first sentence of the first passage: what a model may quote. */
const quote = (prompt: string) =>
  /<passage number="1">\n[^\n]*\n([\s\S]*?)\n<\/passage>/
    .exec(prompt)?.[1]
    ?.split(/(?<=。|\.\s)/)[0]
    ?.trim() ?? ''

test('tries a model before it is saved, and answers by it once it is, with no restart @long', async ({
  page,
  asked,
}) => {
  const model = await startLanguageModel()
  const answer = async () => {
    const writing = await model.next()
    writing.write(`${quote(writing.prompt)}[1]`)
    writing.end()
  }
  await signIn(page)
  try {
    await page.goto('/admin/settings')
    await expectAccessible(page)
    const writer = page.locator('[data-section=writer]')
    await writer.locator('select').selectOption('openai')
    await writer.locator('input[type=url]').fill('http://127.0.0.1:9/v1')
    await writer.locator('input:not([type=url]):not([type=password])').first().fill('stand-in')
    await writer.locator('input[type=password]').fill(key)
    const trial = page.locator('aside')
    await trial.locator('textarea').fill(asked.definition)
    await trial.locator('button[type=submit]').click()
    await expect(trial.locator('[data-tried=failed]')).toBeVisible()
    // Under the header that stays, half a tab counts as one that is too small.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(page)
    await writer.locator('input[type=url]').fill(model.baseUrl)
    await trial.locator('button[type=submit]').click()
    await answer()
    await expect(trial.locator('[data-tried=answered]')).toContainText('openai:stand-in')
    expect((await read(page)).writer.values.provider).toBe('none')

    // Somebody else saves meanwhile: nothing that was typed is lost, and one says whose is to stay.
    await put(page, 'writer', { contextTokens: 4_096 })
    await writer.locator('button[type=submit]').click()
    await expect(writer.getByRole('alert')).toContainText('admin')
    await expect(writer.locator('input[type=password]')).toHaveValue(key)
    // The session ends in between, too.
    await page.context().clearCookies({ name: 'shutten_account' })
    await writer.getByRole('alert').locator('.button-primary').click()
    await expect(writer.getByText('UNAUTHENTICATED')).toBeVisible()
    await signIn(page)
    await writer.getByRole('alert').locator('.button-primary').click()
    await expect(writer.locator('[data-key=set]')).toContainText('WXYZ')
    await expect(writer.locator('input[type=password]')).toHaveValue('')
    expect(JSON.stringify(await read(page))).not.toContain(key)

    const answering = page.request.post('/api/v1/ask', { data: { question: asked.definition } })
    await answer()
    expect((await (await answering).json()).model.generator).toBe('openai:stand-in')
  } finally {
    await put(page, 'writer', { provider: 'none', model: '', baseUrl: null, contextTokens: null }, { key: null })
    await model.stop()
  }
})

test('heeds a threshold, words that are not answered, and the language of the pages at once @long', async ({
  page,
  browser,
  language,
  locale,
  asked,
}) => {
  await signIn(page)
  const ask = async () =>
    (await (await page.request.post('/api/v1/ask', { data: { question: asked.definition } })).json()) as {
      status: string
      refusal?: { reason: string }
    }
  const { questions } = await read(page)
  const another = language === 'ja' ? 'en' : 'ja'
  try {
    expect((await ask()).status).toBe('answered')
    await page.goto('/admin/settings')
    const section = page.locator('[data-section=questions]')
    await section.locator('textarea').first().fill(terms[language])
    await section.locator('button[type=submit]').click()
    await expect(section.getByRole('status')).not.toBeEmpty()
    expect((await ask()).refusal?.reason).toBe('policy')
    await put(page, 'questions', { refuse: [] })
    const answers = page.locator('[data-section=answers]')
    await answers.locator('input[type=number]').fill('0.95')
    await answers.locator('button[type=submit]').click()
    await expect(answers.getByRole('status')).not.toBeEmpty()
    const strict = await ask()
    expect([strict.status, strict.refusal?.reason ?? 'not-in-sources']).toEqual([strict.status, 'not-in-sources'])
    await put(page, 'languages', { pages: another })
    const other = await browser.newContext({ baseURL: new URL(page.url()).origin, ...(locale && { locale }) })
    const visitor = await other.newPage()
    await visitor.goto('/sign-in')
    await expect(visitor.locator('html')).toHaveAttribute('lang', another)
    await other.close()
  } finally {
    await put(page, 'questions', questions.values)
    await put(page, 'answers', { threshold: null })
    await put(page, 'languages', { pages: 'browser' })
  }
})
