import { expect, type Page, test } from '@playwright/test'
import { ask } from './ask'
import { expectAccessible } from './expect-accessible'

/** All rules in the light; in the dark only the colours are other. Nothing may stick out at the side. */
async function check(page: Page) {
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

test('axe finds nothing on any page', { tag: '@phone' }, async ({ page }) => {
  for (const path of ['/', '/documents', '/no-such-page']) {
    await page.goto(path)
    await check(page)
  }
  await page.goto('/documents')
  await page.locator('.document-entry').first().click()
  await expect(page.locator('.document')).toBeVisible()
  await check(page)
})

test('axe finds nothing on an answer with its source open', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  const entry = await ask(page, '基盤モデルとは何ですか？')
  await check(page)
  await entry.getByRole('link').first().click()
  await expect(page.locator('.source-text mark').first()).toBeVisible()
  await check(page)
})

test('theme and language are chosen, kept, and there from the first byte', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: '表示' }).click()
  await page.getByRole('button', { name: '暗い' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const html = await (await page.request.get('/documents')).text()
  expect(html).toMatch(/<html[^>]*lang="en"/)
  expect(html).toMatch(/<html[^>]*data-theme="dark"/)
})

test('the documents are listed and searched', async ({ page }) => {
  await page.goto('/documents')
  const before = await page.locator('.document-entry').count()
  expect(before).toBeGreaterThan(1)
  await page.getByRole('searchbox').fill('基盤モデル')
  await page.getByRole('button', { name: '探す' }).click()
  await expect(page).toHaveURL(/q=/)
  await expect(page.getByRole('link', { name: /基盤モデル/ }).first()).toBeVisible()
})

test('pages carry a policy that their own scripts keep to', async ({ page }) => {
  const blocked: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) blocked.push(message.text())
  })
  const response = await page.goto('/')
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
  await ask(page, '基盤モデルとは何ですか？')
  expect(blocked).toEqual([])
})

test('the chat loads at most 150 kB of scripts before the first question', async ({ page, request }) => {
  const scripts = new Set<string>()
  page.on('request', (sent) => {
    if (sent.resourceType() === 'script') scripts.add(sent.url())
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  let bytes = 0
  for (const address of scripts) {
    const { gzipSync } = await import('node:zlib')
    bytes += gzipSync(await (await request.get(address)).body()).byteLength
  }
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(150 * 1024)
})

test('a page that is not there says so', async ({ page }) => {
  const response = await page.goto('/documents/no-such-document')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'そのページはありません' })).toBeVisible()
})

test('the page is shown when the connection is gone', async ({ page, context }) => {
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await expect(page.getByText('接続が切れています').first()).toBeVisible()
  await page.goto('/documents', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { name: '接続が切れています' })).toBeVisible()
})
