import { type Browser, expect } from '@playwright/test'
import { baseURL, password, run, signIn, test } from './admin-test'
import { expectAccessible } from './expect-accessible'

// Who may ask is one setting for the whole server.
test.describe.configure({ mode: 'serial' })

const name = `hana-${run}`

/** Another person's browser, signed in where a name is given. */
async function openOther(options: {
  browser: Browser
  locale: string | undefined
  as?: { name: string; password: string }
}) {
  const { browser, locale, as } = options
  const context = await browser.newContext({ baseURL, ...(locale && { locale }) })
  const page = await context.newPage()
  if (as) await signIn(page, as)
  return page
}

test.beforeEach(async ({ page }) => {
  await signIn(page)
})

test('makes an account, whose role says what opens, and ends its sessions', async ({ page, browser, locale, t }) => {
  await page.goto('/admin/accounts')
  await expectAccessible(page)
  await expect(page.locator('[data-account=admin]')).toContainText(t('admin.accounts.fixed'))
  await page.getByLabel(t('admin.accounts.name'), { exact: true }).fill(name)
  await page.getByRole('button', { name: t('admin.accounts.create'), exact: true }).click()
  const secret = await page.getByRole('textbox', { name: t('admin.accounts.passwordOf', { name }) }).inputValue()
  await expectAccessible(page)
  await expect(page.locator(`[data-account=${name}]`)).toContainText(t('admin.accounts.neverSignedIn'))

  const other = await openOther({ browser, locale, as: { name, password: secret } })
  await other.goto('/admin/accounts')
  await expect(other).toHaveURL(/\/account\?denied=1$/)
  await expect(other.getByRole('status').filter({ hasText: t('admin.accounts.editor') })).toBeVisible()
  await expectAccessible(other)
  await openOther({ browser, locale, as: { name, password: secret } })
  await other.reload()
  await expect(other.locator('[data-session=other]')).toHaveCount(1)
  await other.getByRole('button', { name: t('account.endOthers') }).click()
  await other
    .getByRole('dialog')
    .getByRole('button', { name: t('account.endOthers') })
    .click()
  await expect(other.locator('[data-session=other]')).toHaveCount(0)
  await other.getByLabel(t('account.current')).fill('not this one')
  await other.getByLabel(t('account.next')).fill('a longer password')
  await other.getByRole('button', { name: t('account.change') }).click()
  await expect(other.getByRole('alert').filter({ hasText: 'PASSWORD_WRONG' })).toBeVisible()
  await other.getByLabel(t('account.current')).fill(secret)
  await other.getByRole('button', { name: t('account.change') }).click()
  await expect(other.getByText(t('account.changed'))).toBeVisible()
  await other.goto('/admin')
  await expect(other.getByRole('link', { name: t('admin.accounts.tab'), exact: true })).toHaveCount(0)

  await page.getByLabel(t('admin.accounts.roleOf', { name })).selectOption('reader')
  await expect(async () => {
    await other.goto('/admin')
    await expect(other).toHaveURL(/denied=1$/, { timeout: 500 })
  }).toPass()
  await page.getByRole('button', { name: t('admin.accounts.disableOf', { name }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('admin.accounts.disable'), exact: true })
    .click()
  await expect(page.locator(`[data-account=${name}]`)).toContainText(t('admin.accounts.disabled'))
  await other.goto('/account')
  await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount$/)
})

test('makes a key that does what its scopes say, until it is revoked', async ({ page, playwright, t }) => {
  await page.goto('/admin/keys')
  await page.getByLabel(t('admin.keys.name')).fill(name)
  await page.getByRole('button', { name: t('admin.keys.create') }).click()
  await expect(page.getByRole('alert').filter({ hasText: t('admin.keys.unscoped') })).toBeVisible()
  await page.getByLabel(t('admin.keys.scope.jobs')).check()
  await page.getByRole('button', { name: t('admin.keys.create') }).click()
  const key = await page.getByRole('textbox', { name: t('admin.keys.keyOf', { name }) }).inputValue()
  await expectAccessible(page)
  const program = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  })
  expect((await program.get('/api/v1/jobs')).status()).toBe(200)
  for (const path of ['/api/v1/reindex', '/api/v1/ask', '/api/v1/api-keys'])
    expect([path, (await program.post(path, { data: {} })).status()]).toEqual([path, 403])
  await page.getByRole('button', { name: t('admin.keys.revokeOf', { name }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('admin.keys.revoke'), exact: true })
    .click()
  await expect(page.locator(`[data-key=${name}]`)).toHaveCount(0)
  expect((await program.get('/api/v1/jobs')).status()).toBe(401)
  await program.dispose()
})

test('signs in again where a session ended, with what was typed still there', async ({ page, t }) => {
  await page.goto('/admin/sources')
  await page.getByLabel(t('admin.source.location')).fill('水門')
  await page.getByLabel(t('admin.source.name'), { exact: true }).fill('typed before')
  await page.context().clearCookies({ name: 'shutten_account' })
  const send = page.getByRole('button', { name: t('admin.source.addConfirm'), exact: true })
  await send.click()
  await page.getByRole('button', { name: t('signIn.here.open') }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByLabel(t('signIn.name')).fill('admin')
  await dialog.getByLabel(t('signIn.password')).fill('wrong')
  await dialog.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText(t('signIn.wrong'))
  await dialog.getByLabel(t('signIn.password')).fill(password)
  await dialog.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByText(t('signIn.here.done'))).toBeVisible()
  await expect(page.getByRole('textbox', { name: t('admin.source.name'), exact: true })).toHaveValue('typed before')
  await send.click()
  await expect(page.getByRole('alert').filter({ hasText: 'SOURCE_DEFINITION_INVALID' })).toBeVisible()
  await expect(page.getByLabel(t('admin.source.location'))).toHaveValue('水門')
})

test('lets only accounts ask where it is told to, and back', async ({ page, browser, locale, t }) => {
  await page.goto('/admin/accounts')
  await page.getByRole('radio', { name: t('admin.accounts.accountsOnly') }).check()
  await expect(page.getByRole('radio', { name: t('admin.accounts.accountsOnly') })).toBeChecked()
  try {
    const other = await openOther({ browser, locale })
    await other.goto('/documents?page=1')
    await expect(other).toHaveURL(/\/sign-in\?next=%2Fdocuments/)
    await expectAccessible(other)
    const refused = await other.request.post('/api/v1/search', { data: { query: 'CLIP' } })
    expect([refused.status(), (await refused.json()).error.code]).toEqual([401, 'UNAUTHENTICATED'])
    await other.getByLabel(t('signIn.name')).fill('admin')
    await other.getByLabel(t('signIn.password')).fill(password)
    await other.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
    await expect(other).toHaveURL(/\/documents\?page=1$/)
    await other.getByRole('button', { name: t('shell.display') }).click()
    await expect(other.getByRole('link', { name: t('shell.account', { name: 'admin' }) })).toBeVisible()
  } finally {
    expect((await page.request.patch('/api/v1/access', { data: { anonymousChat: true } })).status()).toBe(200)
  }
})

test('has it all in the audit log, narrowed by the address', async ({ page, t }) => {
  const made = `${name}-log`
  await page.request.post('/api/v1/accounts', { data: { name: made, role: 'reader' } })
  await page.goto('/admin/audit')
  await expectAccessible(page)
  await page.locator('select[name=action]').selectOption('account.create')
  await page.locator('input[name=target]').fill(made)
  await page.getByRole('button', { name: t('admin.audit.narrow') }).click()
  await expect(page).toHaveURL(/action=account\.create/)
  const entries = page.locator('[data-action]')
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText(t('admin.audit.action.account.create'))
  await expect(entries).toContainText('admin')
  await page.locator('input[name=target]').fill('nobody at all')
  await page.getByRole('button', { name: t('admin.audit.narrow') }).click()
  await expect(page.getByText(t('admin.audit.none'))).toBeVisible()
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
