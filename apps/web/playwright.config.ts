import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** The server under test is started by whoever runs this; SHUTTEN_E2E_URL says where it listens. */
const baseURL = process.env.SHUTTEN_E2E_URL ?? 'http://127.0.0.1:3000'

/** Without one, Playwright's own. */
const executablePath = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium'].find((file) => existsSync(file))

const launchOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 860 } }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 30_000 },
  workers: 1,
  // A test that passes on the second try is reported as flaky, and counts as passed.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL,
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: process.env.E2E_TRACE ? 'on' : 'off',
    launchOptions,
  },
  projects: [
    { name: 'desktop-ja', use: { ...desktop, locale: 'ja-JP' } },
    // The admin's pages and the interfaces have their own languages, and one index: once is enough.
    { name: 'desktop-en', testIgnore: /(access|admin|api)\.spec\.ts$/, use: { ...desktop, locale: 'en-GB' } },
    // What looks or works otherwise on a small screen by touch; the rest gains nothing from a second run.
    { name: 'phone-ja', grep: /@phone/, use: { ...phone, locale: 'ja-JP' } },
    { name: 'phone-en', grep: /@phone/, use: { ...phone, locale: 'en-GB' } },
  ],
})
