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

/**
 * What `npm test` runs: not what takes long (@long), and on the second device and in the second language not what neither
 * changes (@once). Without it, all.
 */
const isQuick = process.env.E2E_QUICK === '1'
const grepInvert = isQuick ? /@long/ : []
/** What changes the one server for everybody: its index, its accounts, who may ask. */
const ofTheServer = /(access|admin|api|curation)[\w-]*\.spec\.ts$/

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 860 } }
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 30_000 },
  // Without the extremes, the tests of the reader's side change nothing that another sees: two files at a time on one server.
  workers: isQuick ? 2 : 1,
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
    { name: 'desktop-ja', testIgnore: ofTheServer, grepInvert, use: { ...desktop, locale: 'ja-JP' } },
    { name: 'desktop-en', testIgnore: ofTheServer, grepInvert, use: { ...desktop, locale: 'en-GB' } },
    // What looks or works otherwise on a small screen by touch; the rest gains nothing from a second run.
    { name: 'phone-ja', testIgnore: ofTheServer, grep: /@phone/, grepInvert, use: { ...phone, locale: 'ja-JP' } },
    {
      name: 'phone-en',
      testIgnore: ofTheServer,
      grep: /@phone/,
      grepInvert: isQuick ? /@long|@once/ : [],
      use: { ...phone, locale: 'en-GB' },
    },
    // What changes the server goes one by one, when no reader is there any more: in the second language after the first.
    {
      name: 'server',
      testMatch: ofTheServer,
      grepInvert,
      workers: 1,
      ...(isQuick && { dependencies: ['desktop-ja', 'phone-en'] }),
      use: { ...desktop, locale: 'ja-JP' },
    },
    {
      name: 'server-en',
      testMatch: ofTheServer,
      // Programs have no language.
      testIgnore: /api\.spec\.ts$/,
      grepInvert,
      workers: 1,
      ...(isQuick && { dependencies: ['server'] }),
      use: { ...desktop, locale: 'en-GB' },
    },
  ],
})
