import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { ask } from './ask'
import { expectAccessible } from './expect-accessible'
import { test } from './reader-test'

const findOverflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** All rules of axe, and nothing sticks out at the side. */
async function check(page: Page) {
  await expectAccessible(page)
  expect(await findOverflow(page)).toBeLessThanOrEqual(0)
}

/** In the dark and with more contrast only the colours are other. */
async function checkColours(page: Page) {
  for (const media of [{ colorScheme: 'dark' }, { colorScheme: 'light', contrast: 'more' }] as const) {
    await page.emulateMedia(media)
    await expectAccessible(page, ['color-contrast'])
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })
}

const paths = ['/', '/documents', '/history', '/sign-in', '/no-such-page']

test('axe finds nothing on any page', { tag: ['@phone', '@once'] }, async ({ page }) => {
  for (const path of paths) {
    await page.goto(path)
    await check(page)
  }
  await page.goto('/documents')
  await page.locator('.document-entry').first().click()
  await expect(page.locator('.document')).toBeVisible()
  await check(page)
})

test('colours keep their contrast on every page, dark and with more of it @long', { tag: '@phone' }, async ({
  page,
}) => {
  for (const path of paths) {
    await page.goto(path)
    await checkColours(page)
  }
})

test('axe finds nothing on an answer with its source open, nor on a refusal, in any colours', {
  tag: ['@phone', '@once'],
}, async ({ page, asked }) => {
  await page.goto('/')
  await ask(page, asked.unanswerable)
  const entry = await ask(page, asked.definition)
  await check(page)
  await entry.getByRole('link').first().click()
  await expect(page.locator('.source-text mark').first()).toBeVisible()
  await check(page)
  await checkColours(page)
})

test('nothing sticks out between 320 pixels and 4K', async ({ page, asked }) => {
  await page.goto('/')
  await ask(page, asked.comparison)
  const conversation = page.url()
  for (const path of ['/', conversation, '/documents', '/history']) {
    await page.goto(path)
    for (const width of [320, 360, 768, 1_088, 3_840]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await findOverflow(page), `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})

test('theme and language are chosen, kept, and there from the first byte', { tag: '@phone' }, async ({
  page,
  t,
  language,
}) => {
  const [other, name] = language === 'ja' ? (['en', 'English'] as const) : (['ja', '日本語'] as const)
  await page.goto('/')
  await page.getByRole('button', { name: t('shell.display') }).click()
  await page.getByRole('button', { name: t('shell.themeDark') }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', other)
  const html = await (await page.request.get('/documents')).text()
  expect(html).toMatch(new RegExp(`<html[^>]*lang="${other}"`))
  expect(html).toMatch(/<html[^>]*data-theme="dark"/)
})

test('the documents are listed and searched', { tag: '@phone' }, async ({ page, t }) => {
  await page.goto('/documents')
  const before = await page.locator('.document-entry').count()
  expect(before).toBeGreaterThan(1)
  await page.getByRole('searchbox').fill('基盤モデル')
  await page.getByRole('button', { name: t('documents.submit') }).click()
  await expect(page).toHaveURL(/q=/)
  await expect(page.getByRole('link', { name: /基盤モデル/ }).first()).toBeVisible()
})

test('a question is asked, checked and left with the keyboard alone', async ({ page, t, asked }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: t('chat.send') })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: t('shell.skip') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await expect(box).toBeFocused()
  await page.keyboard.type(asked.definition)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  // Back from the composer through what can be done to the citation.
  const marker = page.locator('.citation-marker').first()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Shift+Tab')
    if (await marker.evaluate((element) => element === document.activeElement)) break
  }
  await expect(marker).toBeFocused()
  await page.keyboard.press('Enter')
  const source = page.getByRole('complementary', { name: t('source.pane') })
  await expect(source).toBeFocused()
  await expect(source.locator('mark').first()).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(marker).toBeFocused()
})

test('new sentences are announced politely, and motion is left out where it is not wanted', async ({ page, asked }) => {
  await page.goto('/')
  const entry = await ask(page, asked.definition)
  await expect(entry.locator('[role=status]').first()).toBeAttached()
  // Polite while sentences come, then quiet: what stands is not read out again.
  await expect(entry.locator('[aria-live]').filter({ has: page.locator('.sentence') })).toHaveAttribute(
    'aria-live',
    'off',
  )
  const duration = await entry
    .locator('.sentence-enter')
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).animationDuration))
  expect(duration).toBeLessThan(0.01)
})

test('pages carry a policy that their own scripts keep to', async ({ page, asked }) => {
  const blocked: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) blocked.push(message.text())
  })
  const response = await page.goto('/')
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
  await ask(page, asked.definition)
  expect(blocked).toEqual([])
})

test('the chat loads at most 150 kB of scripts before the first question', { tag: ['@phone', '@once'] }, async ({
  page,
  request,
}) => {
  const scripts = new Set<string>()
  page.on('request', (sent) => {
    if (sent.resourceType() === 'script') scripts.add(sent.url())
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  let bytes = 0
  for (const address of scripts) bytes += gzipSync(await (await request.get(address)).body()).byteLength
  test.info().annotations.push({ type: 'gzipped bytes of scripts', description: String(bytes) })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(150 * 1024)
})

test('a page that is not there says so', { tag: ['@phone', '@once'] }, async ({ page, t }) => {
  const response = await page.goto('/documents/no-such-document')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: t('pages.notFoundTitle') })).toBeVisible()
})

test('the page is shown when the connection is gone', { tag: ['@phone', '@once'] }, async ({
  page,
  context,
  t,
  language,
}) => {
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await expect(page.getByText(t('shell.offlineNotice')).first()).toBeVisible()
  await page.goto('/documents', { waitUntil: 'commit' })
  const heading = language === 'ja' ? '接続が切れています' : 'You are offline'
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
})
