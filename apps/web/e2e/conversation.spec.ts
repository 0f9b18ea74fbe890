import { expect, type Page } from '@playwright/test'
import { ask } from './ask'
import { expectAccessible } from './expect-accessible'
import { test } from './reader-test'

/** One with a kept turn, at its own address. */
async function begin(page: Page, question: string) {
  await page.goto('/')
  const entry = await ask(page, question)
  await expect(page).toHaveURL(/\/c\/[^/]+$/)
  return entry
}

test('the history is searched, renamed, pinned and cleared, without a script too', {
  tag: ['@phone', '@once'],
}, async ({ page, browser, locale, t, asked }) => {
  const { title } = asked.polite
  const second = asked.other
  await begin(page, asked.polite.question)
  await begin(page, second)
  await page.goto('/history')
  const titles = page.locator('.history-title')
  await expect(titles).toHaveText([second, title])
  await expectAccessible(page)

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    ...(locale && { locale }),
  })
  const still = await plain.newPage()
  await still.goto(new URL('/history', page.url()).href)
  await still.getByRole('button', { name: t('history.pinOf', { title }) }).click()
  await expect(still.locator('.history-title')).toHaveText([title, second])
  await plain.close()

  await page.reload()
  await page.getByRole('button', { name: t('history.renameOf', { title }) }).click()
  await page.getByRole('textbox', { name: t('history.newTitle') }).fill('ＦＭの話')
  await page.getByRole('button', { name: t('history.save') }).click()
  await expect(titles).toHaveText(['ＦＭの話', second])
  await page.getByRole('searchbox').fill('fm')
  await page.getByRole('button', { name: t('history.submit') }).click()
  await expect(titles).toHaveText(['ＦＭの話'])
  await page.getByRole('link', { name: t('history.clear') }).click()

  await page.getByRole('button', { name: t('history.deleteOf', { title: second }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('history.deleteConfirm') })
    .click()
  await expect(titles).toHaveText(['ＦＭの話'])
  await page.getByRole('button', { name: t('history.deleteAll') }).click()
  await page.getByRole('button', { name: t('history.deleteAllConfirm'), exact: true }).click()
  await expect(page.getByText(t('history.empty'))).toBeVisible()
})

test('a question is narrowed to a tag, says so, and keeps it for the next', { tag: ['@phone', '@once'] }, async ({
  page,
  t,
  asked,
}) => {
  await page.goto('/')
  const scope = page.getByRole('combobox', { name: t('chat.scope.label') })
  const [option] = await scope.locator(`optgroup[label="${t('chat.scope.tags')}"] option`).all()
  const value = (await option?.getAttribute('value')) ?? ''
  const name = value.replace(/^tag:/, '')
  await scope.selectOption(value)
  const entry = await ask(page, asked.definition)
  await expect(entry.getByText(t('chat.scope.ofTag', { tag: name }))).toBeVisible()
  await expect(page).toHaveURL(/\/c\//)
  await page.reload()
  await expect(page.getByText(t('chat.scope.ofTag', { tag: name }))).toBeVisible()
  await expect(scope).toHaveValue(value)
})

test('a document can be asked about, and what it does not hold is said to be sought in it alone', {
  tag: ['@phone', '@once'],
}, async ({ page, t, asked }) => {
  await page.goto('/documents')
  await page.locator('.document-entry').first().click()
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('link', { name: t('documents.askAbout') }).click()
  const scope = page.getByRole('combobox', { name: t('chat.scope.label') })
  await expect(scope.locator('option:checked')).toHaveText(t('chat.scope.document', { title }))
  const entry = await ask(page, asked.unanswerable)
  await expect(entry.getByText(t('chat.scope.ofDocument', { title }))).toBeVisible()
  await expect(entry.getByText(t('answer.narrowed'))).toBeVisible()
})

test('an earlier question is asked otherwise, and what came after it goes', { tag: '@phone' }, async ({
  page,
  t,
  asked,
}) => {
  const entry = await begin(page, asked.definition)
  await ask(page, asked.comparison)
  await entry.hover()
  await entry.getByRole('button', { name: t('chat.edit.open', { question: asked.definition }) }).click()
  const box = entry.getByRole('textbox', { name: t('chat.edit.label'), exact: true })
  await expect(box).toBeFocused()
  await expect(entry.getByText(t('chat.edit.warning', { count: 1 }))).toBeVisible()
  await box.fill(asked.other)
  await entry.getByRole('button', { name: t('chat.edit.askReplacing', { count: 1 }) }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText([asked.other])
})

test('an answer made again takes the place of the one before', { tag: ['@phone', '@once'] }, async ({
  page,
  t,
  asked,
}) => {
  const entry = await begin(page, asked.definition)
  await entry.getByRole('button', { name: t('chat.regenerate') }).click()
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a verdict on an answer and on a citation is kept, changed, and seen by the admin', {
  tag: ['@phone', '@once'],
}, async ({ page, t, asked, language }) => {
  const entry = await begin(page, asked.definition)
  const good = entry.getByRole('button', { name: t('feedback.good') })
  const bad = entry.getByRole('button', { name: t('feedback.bad') })
  await bad.click()
  const form = page.getByRole('form', { name: t('feedback.formAnswer') })
  await form.getByRole('radio', { name: t('feedback.reason.incomplete') }).check()
  await form.getByRole('textbox').fill(`${language}: 例がない`)
  await expectAccessible(page)
  await form.getByRole('button', { name: t('feedback.send') }).click()
  await expect(form).toBeHidden()
  await expect(bad).toHaveAttribute('aria-pressed', 'true')
  await entry.getByRole('button', { name: t('feedback.citation', { number: 1 }) }).click()
  const ofCitation = page.getByRole('form', { name: t('feedback.formCitation', { number: 1 }) })
  await ofCitation.getByRole('radio', { name: t('feedback.reason.not-supported') }).check()
  await ofCitation.getByRole('button', { name: t('feedback.send') }).click()
  await expect(ofCitation).toBeHidden()
  // A click before the scripts have come would be lost.
  await page.reload({ waitUntil: 'networkidle' })
  await expect(entry.getByRole('button', { name: t('feedback.citationGiven', { number: 1 }) })).toBeVisible()
  await good.click()
  await expect(good).toHaveAttribute('aria-pressed', 'true')
  await expect(bad).toHaveAttribute('aria-pressed', 'false')

  await page.goto('/admin/feedback')
  await page.locator('input[type=password]').fill(process.env.SHUTTEN_E2E_ADMIN_PASSWORD ?? '')
  await page.locator('form:has(input[type=password]) button[type=submit]').click()
  await expect(page.getByRole('heading', { name: t('admin.feedback.title') })).toBeVisible()
  await page.getByRole('link', { name: t('feedback.reason.not-supported'), exact: true }).click()
  await expect(page.getByRole('heading', { name: asked.definition }).first()).toBeVisible()
  await expectAccessible(page)
  const exported = await page.request.get('/api/v1/feedback?format=csv&reason=not-supported')
  expect(await exported.text()).toContain('not-supported')
  await page
    .getByRole('link', { name: t('admin.feedback.openOf', { question: asked.definition }) })
    .first()
    .click()
  await expect(page.getByRole('article').getByRole('heading', { name: asked.definition })).toBeVisible()
})

test('feedback is the admin’s to read', async ({ request }) => {
  expect((await request.get('/api/v1/feedback')).status()).toBe(401)
})

test('a conversation is shared by a link that shows it as it was, and is taken back', {
  tag: ['@phone', '@once'],
}, async ({ page, browser, t, asked }) => {
  await begin(page, asked.definition)
  const share = page.getByRole('button', { name: t('chat.tools.share') })
  await share.click()
  const dialog = page.getByRole('dialog', { name: t('share.title') })
  await dialog.getByRole('button', { name: t('share.make') }).click()
  const address = await dialog.getByRole('textbox', { name: t('share.link') }).inputValue()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: t('share.close') }).click()
  await ask(page, asked.comparison)

  const other = await browser.newContext()
  const visit = await other.newPage()
  await visit.goto(address)
  await expect(visit.getByRole('article')).toHaveCount(1)
  await expect(visit.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await visit.locator('.citation-marker').first().click()
  await expect(visit.locator('mark').first()).toBeVisible()
  await expect(visit.getByRole('button', { name: /^(答え直す|Answer again)$/ })).toHaveCount(0)

  await share.click()
  await dialog.getByRole('button', { name: t('share.renew') }).click()
  await expect(dialog.getByText(/^(2問|2 questions)/)).toBeVisible()
  await visit.reload()
  await expect(visit.getByRole('article')).toHaveCount(2)
  await dialog.getByRole('button', { name: t('share.revoke') }).click()
  await expect(dialog.getByText(t('share.revoked'))).toBeVisible()
  expect((await visit.goto(address))?.status()).toBe(404)
  await other.close()
})

test('what was asked before signing in belongs to the account, in another browser too, and stays with it', async ({
  page,
  browser,
  asked,
}) => {
  const password = process.env.SHUTTEN_E2E_ADMIN_PASSWORD
  test.skip(!password, 'SHUTTEN_E2E_ADMIN_PASSWORD is not set')
  const session = new URL('/api/v1/session', test.info().project.use.baseURL).href
  await begin(page, asked.definition)
  const address = page.url()
  expect((await page.request.post(session, { data: { password } })).status()).toBe(200)
  await ask(page, asked.followUp)
  expect(page.url()).toBe(address)

  const other = await browser.newContext()
  expect((await other.request.get(address)).status()).toBe(404)
  expect((await other.request.post(session, { data: { password } })).status()).toBe(200)
  const elsewhere = await other.newPage()
  await elsewhere.goto(address)
  await expect(elsewhere.getByRole('article')).toHaveCount(2)
  await other.close()
  await page.request.delete(session)
  expect((await page.request.get(address)).status()).toBe(404)
})

test('a conversation is saved as Markdown with footnotes', { tag: ['@phone', '@once'] }, async ({ page, t, asked }) => {
  await begin(page, asked.definition)
  const link = page.getByRole('link', { name: t('chat.tools.markdown') })
  const response = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(response.headers()['content-disposition']).toContain('.md')
  const markdown = await response.text()
  expect(markdown).toContain(`## ${asked.definition}`)
  expect(markdown).toMatch(/\[\^1\]/)
  expect(markdown).toMatch(/^\[\^1\]: \[.+\]\(http.+\)/m)
})

test('a conversation is printed as an article with footnotes', { tag: ['@phone', '@once'] }, async ({
  page,
  asked,
}) => {
  const entry = await begin(page, asked.definition)
  await ask(page, asked.comparison)
  await entry.locator('.citation-marker').first().click()
  await expect(page.locator('.source-text mark').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('textarea:visible, button:visible, select:visible')).toHaveCount(0)
  await expect(page.locator('.question-heading h2')).toHaveText([asked.definition, asked.comparison])
  // The whole quote, and where it is to be found.
  const quote = page.locator('.entry .footnote-quote').first()
  await expect(quote).toBeVisible()
  expect(await quote.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true)
  const address = await quote.evaluate((element) => getComputedStyle(element, '::after').content)
  expect(address).toMatch(/^"articles\/[\w-]+\.md"$/)
})

test('shortcuts work, never while typing, and can be switched off', async ({ page, t, asked }) => {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: t('shortcuts.title') })
  await expect(list).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await expect(box).toBeFocused()
  await page.keyboard.type('?n/h[]')
  await expect(box).toHaveValue('?n/h[]')
  await expect(list).toBeHidden()
  await box.fill('')
  const entry = await ask(page, asked.comparison)
  const total = await entry.locator('.footnote').count()
  await entry.getByRole('heading', { level: 2 }).click()
  await page.keyboard.press(']')
  const source = page.getByRole('complementary', { name: t('source.pane') })
  const position = (number: number) => source.getByText(t('source.position', { number, total }))
  await expect(position(1)).toBeVisible()
  await page.keyboard.press(']')
  await expect(position(2)).toBeVisible()
  await page.keyboard.press('[')
  await expect(position(1)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await list.getByRole('checkbox').uncheck()
  await list.getByRole('button', { name: t('shortcuts.close') }).click()
  await page.keyboard.press('h')
  await page.keyboard.press('?')
  await expect(list).toBeHidden()
  expect(page.url()).not.toContain('/history')
})
