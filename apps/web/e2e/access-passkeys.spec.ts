import { type BrowserContext, expect, type Page } from '@playwright/test'
import { password, run, signIn, test } from './admin-test'
import { expectAccessible } from './expect-accessible'

const served = new URL(process.env.SHUTTEN_E2E_URL ?? 'http://127.0.0.1:3000')
/** Passkeys are bound to a name, and work without HTTPS on this one. */
const localURL = `http://localhost:${served.port}`

/** A device with a fingerprint reader, as Chromium has it for tests. */
async function addDevice(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

test('signs in with a passkey that was made under the account, until it is removed', async ({
  browser,
  playwright,
  locale,
}) => {
  const name = `passkey-${run}`
  const api = await playwright.request.newContext({ baseURL: served.origin })
  await api.post('/api/v1/session', { data: { name: 'admin', password } })
  const made = await api.post('/api/v1/accounts', { data: { name, role: 'editor', password: 'a long password' } })
  const { id } = (await made.json()) as { id: string }
  const context = await browser.newContext({ baseURL: localURL, ...(locale && { locale }) })
  try {
    const page = await context.newPage()
    await addDevice(context, page)
    await signIn(page, { name, password: 'a long password' })
    await page.goto('/account')
    const section = page.locator('section[aria-labelledby=passkeys-title]')
    await section.locator('input[name=name]').fill('この端末')
    await section.locator('input[name=current]').fill('not this one')
    await section.locator('button[type=submit]').click()
    await expect(section.getByRole('alert')).toContainText('PASSWORD_WRONG')
    await section.locator('input[name=current]').fill('a long password')
    await section.locator('button[type=submit]').click()
    await expect(section.locator('[data-passkey=この端末]')).toBeVisible()
    await expectAccessible(page)

    await context.clearCookies()
    await page.goto('/sign-in?next=/history')
    const enter = page.getByRole('main').locator('button[type=button]')
    await enter.click()
    await expect(page).toHaveURL(`${localURL}/history`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto('/account')
    await section.locator('[data-passkey] button').first().click()
    await page.getByRole('dialog').locator('.button-primary').click()
    await expect(section.locator('[data-passkey]')).toHaveCount(0)
    await context.clearCookies()
    await page.goto('/sign-in')
    await enter.click()
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
    await expect(page).toHaveURL(/\/sign-in$/)

    // At an address in numbers no browser makes any, and the page says where it does.
    await page.goto(`${served.origin}/sign-in`)
    await enter.click()
    if (served.hostname === '127.0.0.1')
      await expect(page.getByRole('main').getByRole('alert').getByRole('link')).toHaveAttribute(
        'href',
        `${localURL}/sign-in`,
      )
  } finally {
    await context.close()
    await api.delete(`/api/v1/accounts/${id}`)
    await api.dispose()
  }
})
