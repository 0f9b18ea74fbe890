import { readFileSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import type jaMessages from '../src/i18n/messages/ja.json'

const baseURL = process.env.SHUTTEN_E2E_URL ?? 'http://127.0.0.1:3000'
const password = process.env.SHUTTEN_E2E_ADMIN_PASSWORD ?? ''
const read = (language: string): typeof jaMessages =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../src/i18n/messages/${language}.json`), 'utf8'))
const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name)

test.use({ baseURL })
test.skip(password === '', 'SHUTTEN_E2E_ADMIN_PASSWORD is not set')
// Who may ask is one setting for the whole server.
test.describe.configure({ mode: 'serial' })

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** Tells the accounts of this run from those of another on the same records. */
const run = Date.now().toString(36)

/** Another person's browser, signed in where a name is given. */
async function openOther(options: { browser: Browser; locale: string; as?: { name: string; password: string } }) {
  const context = await options.browser.newContext({ baseURL, locale: options.locale })
  const page = await context.newPage()
  if (options.as) expect((await page.request.post('/api/v1/session', { data: options.as })).status()).toBe(200)
  return page
}

// The second language is for `pnpm test:e2e`.
for (const [language, locale] of [
  ['ja', 'ja-JP'],
  ['en', 'en-GB'],
] as const)
  test.describe(language, language === 'en' ? { tag: '@long' } : {}, () => {
    test.use({ locale })
    const { admin, account, signIn, shell } = read(language)
    const name = `hana-${language}-${run}`

    test.beforeEach(async ({ page }) => {
      expect((await page.request.post('/api/v1/session', { data: { password } })).status()).toBe(200)
    })

    test('makes an account, whose role says what opens, and ends its sessions', async ({ page, browser }) => {
      const t = admin.accounts
      await page.goto('/admin/accounts')
      await expectAccessible(page)
      await expect(page.locator('[data-account=admin]')).toContainText(t.fixed)
      await page.getByLabel(t.name, { exact: true }).fill(name)
      await page.getByRole('button', { name: t.create, exact: true }).click()
      const secret = await page.getByRole('textbox', { name: fill(t.passwordOf, { name }) }).inputValue()
      await expectAccessible(page)
      await expect(page.locator(`[data-account=${name}]`)).toContainText(t.neverSignedIn)

      const other = await openOther({ browser, locale, as: { name, password: secret } })
      await other.goto('/admin/accounts')
      await expect(other).toHaveURL(/\/account\?denied=1$/)
      await expect(other.getByRole('status').filter({ hasText: t.editor })).toBeVisible()
      await expectAccessible(other)
      await openOther({ browser, locale, as: { name, password: secret } })
      await other.reload()
      await expect(other.locator('[data-session=other]')).toHaveCount(1)
      await other.getByRole('button', { name: account.endOthers }).click()
      await other.getByRole('dialog').getByRole('button', { name: account.endOthers }).click()
      await expect(other.locator('[data-session=other]')).toHaveCount(0)
      await other.getByLabel(account.current).fill('not this one')
      await other.getByLabel(account.next).fill('a longer password')
      await other.getByRole('button', { name: account.change }).click()
      await expect(other.getByRole('alert').filter({ hasText: 'PASSWORD_WRONG' })).toBeVisible()
      await other.getByLabel(account.current).fill(secret)
      await other.getByRole('button', { name: account.change }).click()
      await expect(other.getByText(account.changed)).toBeVisible()
      await other.goto('/admin')
      await expect(other.getByRole('link', { name: t.tab, exact: true })).toHaveCount(0)

      await page.getByLabel(fill(t.roleOf, { name })).selectOption('reader')
      await expect(async () => {
        await other.goto('/admin')
        await expect(other).toHaveURL(/denied=1$/, { timeout: 500 })
      }).toPass()
      await page.getByRole('button', { name: fill(t.disableOf, { name }) }).click()
      await page.getByRole('dialog').getByRole('button', { name: t.disable, exact: true }).click()
      await expect(page.locator(`[data-account=${name}]`)).toContainText(t.disabled)
      await other.goto('/account')
      await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount$/)
    })

    test('makes a key that does what its scopes say, until it is revoked', async ({ page, playwright }) => {
      const t = admin.keys
      await page.goto('/admin/keys')
      await page.getByLabel(t.name).fill(name)
      await page.getByRole('button', { name: t.create }).click()
      await expect(page.getByRole('alert').filter({ hasText: t.unscoped })).toBeVisible()
      await page.getByLabel(t.scope.jobs).check()
      await page.getByRole('button', { name: t.create }).click()
      const key = await page.getByRole('textbox', { name: fill(t.keyOf, { name }) }).inputValue()
      await expectAccessible(page)
      const program = await playwright.request.newContext({
        baseURL,
        extraHTTPHeaders: { authorization: `Bearer ${key}` },
      })
      expect((await program.get('/api/v1/jobs')).status()).toBe(200)
      for (const path of ['/api/v1/reindex', '/api/v1/ask', '/api/v1/api-keys'])
        expect([path, (await program.post(path, { data: {} })).status()]).toEqual([path, 403])
      await page.getByRole('button', { name: fill(t.revokeOf, { name }) }).click()
      await page.getByRole('dialog').getByRole('button', { name: t.revoke, exact: true }).click()
      await expect(page.locator(`[data-key=${name}]`)).toHaveCount(0)
      expect((await program.get('/api/v1/jobs')).status()).toBe(401)
      await program.dispose()
    })

    test('signs in again where a session ended, with what was typed still there', async ({ page }) => {
      const t = signIn
      await page.goto('/admin/sources')
      await page.getByLabel(admin.source.location).fill('水門')
      await page.getByLabel(admin.source.name, { exact: true }).fill('typed before')
      await page.context().clearCookies({ name: 'shutten_account' })
      const send = page.getByRole('button', { name: admin.source.addConfirm, exact: true })
      await send.click()
      await page.getByRole('button', { name: t.here.open }).click()
      const dialog = page.getByRole('dialog')
      await expectAccessible(page)
      await dialog.getByLabel(t.name).fill('admin')
      await dialog.getByLabel(t.password).fill('wrong')
      await dialog.getByRole('button', { name: t.submit, exact: true }).click()
      await expect(dialog.getByRole('alert')).toHaveText(t.wrong)
      await dialog.getByLabel(t.password).fill(password)
      await dialog.getByRole('button', { name: t.submit, exact: true }).click()
      await expect(page.getByText(t.here.done)).toBeVisible()
      await expect(page.getByRole('textbox', { name: admin.source.name, exact: true })).toHaveValue('typed before')
      await send.click()
      await expect(page.getByRole('alert').filter({ hasText: 'SOURCE_DEFINITION_INVALID' })).toBeVisible()
      await expect(page.getByLabel(admin.source.location)).toHaveValue('水門')
    })

    test('lets only accounts ask where it is told to, and back', async ({ page, browser }) => {
      const t = admin.accounts
      await page.goto('/admin/accounts')
      await page.getByRole('radio', { name: t.accountsOnly }).check()
      await expect(page.getByRole('radio', { name: t.accountsOnly })).toBeChecked()
      try {
        const other = await openOther({ browser, locale })
        await other.goto('/documents?page=1')
        await expect(other).toHaveURL(/\/sign-in\?next=%2Fdocuments/)
        await expectAccessible(other)
        const refused = await other.request.post('/api/v1/search', { data: { query: 'CLIP' } })
        expect([refused.status(), (await refused.json()).error.code]).toEqual([401, 'UNAUTHENTICATED'])
        await other.getByLabel(signIn.name).fill('admin')
        await other.getByLabel(signIn.password).fill(password)
        await other.getByRole('button', { name: signIn.submit, exact: true }).click()
        await expect(other).toHaveURL(/\/documents\?page=1$/)
        await other.getByRole('button', { name: shell.display }).click()
        await expect(other.getByRole('link', { name: fill(shell.account, { name: 'admin' }) })).toBeVisible()
      } finally {
        expect((await page.request.patch('/api/v1/access', { data: { anonymousChat: true } })).status()).toBe(200)
      }
    })

    test('has it all in the audit log, narrowed by the address', async ({ page }) => {
      const t = admin.audit
      const made = `${name}-log`
      await page.request.post('/api/v1/accounts', { data: { name: made, role: 'reader' } })
      await page.goto('/admin/audit')
      await expectAccessible(page)
      await page.locator('select[name=action]').selectOption('account.create')
      await page.locator('input[name=target]').fill(made)
      await page.getByRole('button', { name: t.narrow }).click()
      await expect(page).toHaveURL(/action=account\.create/)
      const entries = page.locator('[data-action]')
      await expect(entries).toHaveCount(1)
      await expect(entries).toContainText(t.action.account.create)
      await expect(entries).toContainText('admin')
      await page.locator('input[name=target]').fill('nobody at all')
      await page.getByRole('button', { name: t.narrow }).click()
      await expect(page.getByText(t.none)).toBeVisible()
    })
  })

test('refuses a server action that another site posts, and takes it from its own page', async ({ playwright }) => {
  const api = await playwright.request.newContext({ baseURL })
  const html = await (await api.get('/sign-in')).text()
  const hidden = [...html.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)]
  const fields = hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')])
  expect(fields.length).toBeGreaterThan(0)
  const multipart = { ...Object.fromEntries(fields), name: 'admin', password }
  const post = (origin: string) => api.post('/sign-in', { multipart, headers: { origin }, maxRedirects: 0 })
  const refused = await post('https://evil.example')
  expect(refused.headers()['set-cookie'] ?? '').not.toContain('shutten_account')
  const taken = await post(new URL(baseURL).origin)
  expect([taken.status(), taken.headers()['set-cookie'] ?? '']).toEqual([
    303,
    expect.stringContaining('shutten_account'),
  ])
  await api.dispose()
})
