import { expect, type Locator, type Page } from '@playwright/test'
import { test as base } from './reader-test'

export const baseURL = process.env.SHUTTEN_E2E_URL ?? 'http://127.0.0.1:3000'
export const password = process.env.SHUTTEN_E2E_ADMIN_PASSWORD ?? ''

/** Tells what this run makes from what another made on the same server: each language walks in a run of its own. */
export const run = Date.now().toString(36)

/** Signs a browser in; as the admin, where nobody else is named. */
export async function signIn(page: Page, as: { name: string; password: string } = { name: 'admin', password }) {
  expect((await page.request.post('/api/v1/session', { data: as })).status()).toBe(200)
}

/** The panels of jobs on the board that have come to a good end. */
export const finishedJobs = (page: Page): Locator => page.locator('article[data-status="succeeded"]')

/** As jobs take their time, so does waiting for one. */
export const untilFinished = { timeout: 120_000 }

/** The administrator's side, in the language of the project and with its words. */
export const test = base.extend<{ needsPassword: undefined }>({
  needsPassword: [
    async ({ language: _ }, provide, info) => {
      info.skip(password === '', 'SHUTTEN_E2E_ADMIN_PASSWORD is not set')
      await provide(undefined)
    },
    { auto: true },
  ],
})
