import { expect } from '@playwright/test'
import { ask } from './ask'
import { findSource } from './find-source'
import { test } from './reader-test'

test('an answer is cited, and the citation opens the source at the very characters', { tag: '@phone' }, async ({
  page,
  t,
  asked,
}) => {
  await page.goto('/')
  const entry = await ask(page, asked.definition)
  await expect(entry.getByText(t('answer.extractive'), { exact: true })).toBeVisible()
  const marker = entry.locator('.citation-marker').first()
  await expect(marker).toHaveAccessibleName(new RegExp(`^${t('answer.citation', { number: 1, title: '' })}`))
  const address = new URL((await marker.getAttribute('href')) ?? '', page.url())
  const start = Number(address.searchParams.get('start'))
  const end = Number(address.searchParams.get('end'))
  const id = decodeURIComponent(address.pathname.split('/').at(-1) ?? '')

  await marker.click()
  const source = findSource(page, t('source.pane'))
  const marked = source.locator('mark')
  await expect(marked.first()).toBeInViewport()
  const stored = await (await page.request.get(`/api/documents/${encodeURIComponent(id)}`)).json()
  const shown = (await marked.allTextContents()).join('')
  expect(shown.replace(/\s/g, '')).toBe(stored.text.slice(start, end).replace(/\s/g, ''))
  expect(shown.length).toBeGreaterThan(5)

  await page.keyboard.press('Escape')
  await expect(source).toBeHidden()
  await expect(marker).toBeFocused()
})

test('the sources can be leafed through', { tag: '@phone' }, async ({ page, t, asked }) => {
  await page.goto('/')
  const entry = await ask(page, asked.comparison)
  const sources = entry.locator('.footnote-row')
  const total = await sources.count()
  expect(total).toBeGreaterThan(1)
  await sources.first().getByRole('link').click()
  const source = findSource(page, t('source.pane'))
  const next = source.getByRole('button', { name: t('source.next') })
  for (let number = 1; number <= total; number++) {
    await expect(source.getByText(t('source.position', { number, total }))).toBeVisible()
    await expect(source.locator('mark').first()).toBeInViewport()
    if (number < total) await next.click()
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  // The button that was pressed last keeps the keyboard.
  await page.keyboard.press('Escape')
  await expect(source).toBeHidden()
})

test('the items of a list stand as a list, each with its citation', { tag: '@once' }, async ({ page, asked }) => {
  await page.goto('/')
  const entry = await ask(page, asked.list)
  const items = entry.locator('ul').first().getByRole('listitem')
  await expect(items).toHaveCount(2)
  for (const item of await items.all()) await expect(item.locator('.citation-marker').first()).toBeVisible()
  await page.reload()
  await expect(items).toHaveCount(2)
})

test('the reading page marks the same characters without a script', { tag: ['@phone', '@once'] }, async ({
  browser,
  page,
  locale,
  asked,
}) => {
  await page.goto('/')
  const entry = await ask(page, asked.definition)
  const address = new URL((await entry.getByRole('link').first().getAttribute('href')) ?? '', page.url())
  const context = await browser.newContext({ javaScriptEnabled: false, ...(locale && { locale }) })
  const plain = await context.newPage()
  await plain.goto(address.href)
  await expect(plain.locator('mark#cite')).toBeInViewport()
  await context.close()
})

test('a marker shows its quote to the pointer and to the keyboard, and Enter opens it', async ({ page, t, asked }) => {
  await page.goto('/')
  const entry = await ask(page, asked.definition)
  const marker = entry.locator('.citation-marker').first()
  const quote = page.locator('.quote-preview mark')
  await marker.hover()
  await expect(quote).toBeVisible()
  await page.mouse.move(5, 5)
  await expect(quote).toBeHidden()
  await marker.focus()
  await expect(quote).toBeVisible()
  await page.keyboard.press('Enter')
  const source = page.getByRole('complementary', { name: t('source.pane') })
  await expect(source).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(marker).toBeFocused()
})

test('Enter that ends a composition does not send', { tag: ['@phone', '@once'] }, async ({ page, t }) => {
  await page.goto('/')
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.focus()
  // The browser's own composition, as an input method drives it.
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'きばん', selectionStart: 3, selectionEnd: 3 })
  await expect(box).toHaveValue('きばん')
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 })
  await session.send('Input.insertText', { text: '基盤' })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', windowsVirtualKeyCode: 13 })
  await expect(box).toHaveValue('基盤')
  // Chrome ends the composition after the key, Safari before it: the one by its flag, the other by its key code.
  await box.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true })
  await box.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229 })
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(box).toHaveValue('基盤')
  await box.press('Shift+Enter')
  await expect(box).toHaveValue('基盤\n')
  await expect(page.getByRole('article')).toHaveCount(0)
  await box.fill('基盤モデル')
  await box.press('Enter')
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a follow-up belongs to the conversation, which its visitor can open again, and no other', async ({
  page,
  browser,
  asked,
}) => {
  await page.goto('/')
  await ask(page, asked.definition)
  await expect(page).toHaveURL(/\/c\/[^/]+$/)
  const address = page.url()
  await ask(page, asked.followUp)
  expect(page.url()).toBe(address)
  await page.goto('/')
  await page.getByRole('link', { name: asked.definition }).last().click()
  await expect(page).toHaveURL(`${address}#newest`)
  await expect(page.getByRole('article')).toHaveCount(2)
  const other = await browser.newContext()
  expect((await other.request.get(address)).status()).toBe(404)
  await other.close()
})

test('what the sources do not hold is refused, with the nearest passages', { tag: '@phone' }, async ({
  page,
  t,
  asked,
}) => {
  await page.goto('/')
  const entry = await ask(page, asked.unanswerable)
  await expect(entry.getByRole('heading', { name: t('answer.nearest') })).toBeVisible()
  await expect(entry.locator('.footnote')).not.toHaveCount(0)
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toHaveCount(0)
  await expect(entry.locator('.citation-marker')).toHaveCount(0)
})

test('an answer can be stopped before it comes, and asked for again', { tag: ['@phone', '@once'] }, async ({
  page,
  t,
  asked,
}) => {
  await page.goto('/')
  await page.route('/api/chat', () => {})
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  await page.getByRole('button', { name: t('chat.stop') }).click()
  const entry = page.getByRole('article')
  await expect(entry.getByText(t('chat.stopped'))).toBeVisible()
  await page.unroute('/api/chat')
  await entry.getByRole('button', { name: t('chat.regenerate') }).click()
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
})

test('suggestions are of several kinds, in the language of the page, and have an answer', { tag: '@phone' }, async ({
  page,
  t,
  language,
}) => {
  await page.goto('/')
  const list = page.locator('section', { hasText: t('home.suggestions') }).getByRole('listitem')
  // Those that were found by the time the page was asked for are on it: the first page of a new server may have fewer.
  await expect(async () => {
    await page.reload()
    expect(await list.count()).toBeGreaterThanOrEqual(4)
  }).toPass()
  const questions = await list.allTextContents()
  const definition = language === 'ja' ? /とは何ですか？$/ : /^What is [^?]*\?$/
  expect(questions.filter((question) => !definition.test(question)).length).toBeGreaterThanOrEqual(2)
  for (const question of questions) expect(/[ぁ-んァ-ヶ一-龠]/.test(question)).toBe(language === 'ja')
  const last = list.last()
  const question = (await last.textContent()) ?? ''
  await last.getByRole('link').click()
  const entry = page.getByRole('article').filter({ has: page.getByRole('heading', { name: question }) })
  await expect(entry.locator('.citation-marker').first()).toBeVisible()
})

test('an error in the stream is told with what to do, and tried again', async ({ page, t, asked }) => {
  await page.goto('/')
  await page.route('/api/chat', (route) =>
    route.fulfill({ status: 503, json: { error: { code: 'DATABASE_BUSY', message: 'busy', suggestion: 'wait' } } }),
  )
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  const alert = page.getByRole('alert').filter({ hasText: t('errors.title') })
  await expect(alert).toContainText(t('errors.DATABASE_BUSY.message'))
  await expect(alert).toContainText(t('errors.DATABASE_BUSY.suggestion'))
  await page.unroute('/api/chat')
  await alert.getByRole('button', { name: t('chat.retry') }).click()
  await expect(page.getByRole('button', { name: t('chat.copy') })).toBeVisible()
})

test('what is typed before the scripts are there stays, and is sent by Enter once they are', {
  tag: ['@phone', '@once'],
}, async ({ page, t, asked }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  release()
  await expect(page.getByRole('button', { name: t('chat.send') })).toHaveAttribute('aria-disabled', 'false')
  await expect(box).toHaveValue(asked.definition)
  await box.press('Enter')
  await expect(page.getByRole('article').getByRole('heading', { name: asked.definition })).toBeVisible()
})

test('a question written before the scripts came is asked through the address', async ({ page, t, asked }) => {
  await page.goto(`/?q=${encodeURIComponent(asked.definition)}`)
  await expect(page.getByRole('article').getByRole('heading', { name: asked.definition })).toBeVisible()
  await expect(page.getByRole('button', { name: t('chat.copy') })).toBeVisible()
})

test('the page speaks the reader’s language, and its sources say theirs', async ({ page, language, asked }) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const entry = await ask(page, asked.definition)
  // The articles are Japanese, and say so to whoever reads them aloud.
  await expect(entry.locator('.sentence').first()).toHaveAttribute('lang', 'ja')
})

test('an answer is copied with its citations', async ({ page, context, t, asked }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  const entry = await ask(page, asked.definition)
  await entry.getByRole('button', { name: t('chat.copy') }).click()
  await expect(entry.getByText(t('chat.copied'))).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('[1]')
  expect(copied).toContain(new URL(page.url()).origin)
  expect(copied).toContain(t('answer.sources'))
})

test('a greeting is returned without sources, and leads to what can be asked', { tag: '@phone' }, async ({
  page,
  t,
  asked,
}) => {
  await page.goto('/')
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.greeting)
  await box.press('Enter')
  const entry = page.getByRole('article').filter({ has: page.getByRole('heading', { name: asked.greeting }) })
  const suggestion = entry.locator('.suggestion').first()
  await expect(suggestion).toBeVisible()
  await expect(entry.getByText(t('answer.extractive'))).toBeHidden()
  await expect(entry.locator('.footnote')).toHaveCount(0)
  const question = (await suggestion.textContent()) ?? ''
  await suggestion.click()
  await expect(page.getByRole('heading', { name: question })).toBeVisible()
  await expect(page.getByText(t('answer.extractive'), { exact: true })).toBeVisible()
})
