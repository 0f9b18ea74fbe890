import { expect, test } from '@playwright/test'
import { ask } from './ask'

const question = '基盤モデルとは何ですか？'

test('an answer is cited, and the citation opens the source at the very characters', { tag: '@phone' }, async ({
  page,
}) => {
  await page.goto('/')
  const entry = await ask(page, question)
  await expect(entry.getByText('抜粋による回答', { exact: true })).toBeVisible()
  const marker = entry.getByRole('link', { name: /^出典 1：/ }).first()
  const address = new URL((await marker.getAttribute('href')) ?? '', page.url())
  const start = Number(address.searchParams.get('start'))
  const end = Number(address.searchParams.get('end'))
  const id = decodeURIComponent(address.pathname.split('/').at(-1) ?? '')

  await marker.click()
  const source = page.getByRole('dialog').or(page.getByRole('complementary', { name: '出典の原文' }))
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

test('the sources can be leafed through', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  const entry = await ask(page, 'BERTとGPT-3のパラメータ数の違いは？')
  const total = await entry.getByRole('listitem').count()
  expect(total).toBeGreaterThan(1)
  await entry.getByRole('listitem').first().getByRole('link').click()
  const source = page.getByRole('dialog').or(page.getByRole('complementary', { name: '出典の原文' }))
  const next = source.getByRole('button', { name: '次の出典' })
  for (let number = 1; number <= total; number++) {
    await expect(source.getByText(`出典 ${number} / ${total}`)).toBeVisible()
    await expect(source.locator('mark').first()).toBeInViewport()
    if (number < total) await next.click()
  }
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  // The button that was pressed last keeps the keyboard.
  await page.keyboard.press('Escape')
  await expect(source).toBeHidden()
})

test('the reading page marks the same characters without a script', async ({ browser, page }) => {
  await page.goto('/')
  const entry = await ask(page, question)
  const address = new URL((await entry.getByRole('link').first().getAttribute('href')) ?? '', page.url())
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' })
  const plain = await context.newPage()
  await plain.goto(address.href)
  await expect(plain.locator('mark#cite')).toBeInViewport()
  await context.close()
})

test('a marker shows its quote to the pointer and to the keyboard, and Enter opens it', async ({ page }) => {
  await page.goto('/')
  const entry = await ask(page, question)
  const marker = entry.getByRole('link', { name: /^出典 1：/ }).first()
  const quote = page.locator('.quote-preview mark')
  await marker.hover()
  await expect(quote).toBeVisible()
  await page.mouse.move(5, 5)
  await expect(quote).toBeHidden()
  await marker.focus()
  await expect(quote).toBeVisible()
  await page.keyboard.press('Enter')
  const source = page.getByRole('complementary', { name: '出典の原文' })
  await expect(source).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(marker).toBeFocused()
})

test('Enter that ends a composition does not send', async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill('きばん')
  await box.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true })
  await box.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229 })
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(box).toHaveValue('きばん')
  await box.press('Shift+Enter')
  await expect(box).toHaveValue('きばん\n')
})

test('a follow-up belongs to the conversation, which its visitor can open again, and no other', async ({
  page,
  browser,
}) => {
  await page.goto('/')
  await ask(page, question)
  await expect(page).toHaveURL(/\/c\/[^/]+$/)
  const address = page.url()
  await ask(page, 'その用語は誰が提唱しましたか？')
  expect(page.url()).toBe(address)
  await page.goto('/')
  await page.getByRole('link', { name: question }).last().click()
  await expect(page).toHaveURL(address)
  await expect(page.getByRole('article')).toHaveCount(2)
  const other = await browser.newContext({ locale: 'ja-JP' })
  expect((await other.request.get(address)).status()).toBe(404)
  await other.close()
})

test('what the sources do not hold is refused, with the nearest passages', async ({ page }) => {
  await page.goto('/')
  const entry = await ask(page, '明日の東京の天気はどうなりますか？')
  await expect(entry.getByText('見つかりませんでした')).toBeVisible()
  await expect(entry.getByText('近い記述')).toBeVisible()
  await expect(entry.getByRole('button', { name: '出典つきでコピー' })).toHaveCount(0)
  await expect(entry.locator('.citation-marker')).toHaveCount(0)
})

test('an answer can be stopped before it comes, and asked for again', async ({ page }) => {
  await page.goto('/')
  await page.route('/api/chat', () => {})
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill(question)
  await box.press('Enter')
  await page.getByRole('button', { name: '回答を止める' }).click()
  const entry = page.getByRole('article')
  await expect(entry.getByText('回答を止めました。')).toBeVisible()
  await page.unroute('/api/chat')
  await entry.getByRole('button', { name: '答え直す' }).click()
  await expect(entry.getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
})

test('a suggestion is in the language of the page and has an answer', async ({ browser }) => {
  for (const [locale, heading] of [
    ['ja-JP', 'たとえば'],
    ['en-GB', 'For example'],
  ] as const) {
    const context = await browser.newContext({ locale })
    const visit = await context.newPage()
    await visit.goto(test.info().project.use.baseURL ?? '')
    const suggestion = visit.locator('section', { hasText: heading }).getByRole('link').first()
    expect(/[ぁ-んァ-ヶ一-龠]/.test((await suggestion.textContent()) ?? '')).toBe(locale === 'ja-JP')
    await suggestion.click()
    await expect(visit.locator('.citation-marker').first()).toBeVisible()
    await context.close()
  }
})

test('an error in the stream is told with what to do, and tried again', async ({ page }) => {
  await page.goto('/')
  await page.route('/api/chat', (route) => route.abort())
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill(question)
  await box.press('Enter')
  const alert = page.getByRole('alert').filter({ hasText: '答えられませんでした' })
  await expect(alert).toContainText('接続を確かめて')
  await page.unroute('/api/chat')
  await alert.getByRole('button', { name: 'もう一度試す' }).click()
  await expect(page.getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
})

test('what is typed before the scripts are there stays, and is sent by Enter once they are', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill(question)
  release()
  await expect(page.getByRole('button', { name: '質問を送る' })).toHaveAttribute('aria-disabled', 'false')
  await expect(box).toHaveValue(question)
  await box.press('Enter')
  await expect(page.getByRole('article').getByRole('heading', { name: question })).toBeVisible()
})

test('a question written before the scripts came is asked through the address', async ({ page }) => {
  await page.goto(`/?q=${encodeURIComponent(question)}`)
  await expect(page.getByRole('article').getByRole('heading', { name: question })).toBeVisible()
  await expect(page.getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
})

test.describe('in English', () => {
  test.use({ locale: 'en-GB' })
  test('the page speaks English, and an English question gets a cited answer', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    const entry = await ask(page, 'What is a foundation model?')
    await expect(entry.getByText('Extractive answer', { exact: true })).toBeVisible()
    await expect(entry.getByRole('link', { name: /^Source 1:/ }).first()).toBeVisible()
    // The sources on it are Japanese, and say so to whoever reads them aloud.
    await expect(entry.locator('.sentence').first()).toHaveAttribute('lang', 'ja')
  })
})

test('a greeting is returned without sources, and leads to what can be asked', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill('こんにちは')
  await box.press('Enter')
  const entry = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'こんにちは' }) })
  await expect(entry.getByText(/^こんにちは。登録されている\d+件の記事から/)).toBeVisible()
  await expect(entry.getByText('抜粋による回答')).toBeHidden()
  await expect(entry.getByRole('heading', { name: '出典' })).toBeHidden()
  const suggestion = entry.getByRole('link').first()
  const asked = (await suggestion.textContent()) ?? ''
  await suggestion.click()
  await expect(page.getByRole('heading', { name: asked })).toBeVisible()
  await expect(page.getByText('抜粋による回答', { exact: true })).toBeVisible()
})
