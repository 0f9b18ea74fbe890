import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pnpm } from './prepare.mjs'
import { say, stop } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

function findInstalled() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (existsSync(asked)) return asked
    stop({
      code: 'BROWSER_MISSING',
      message: `CHROMIUM_PATH is ${asked}, and there is no such file.`,
      suggestion: 'Correct or unset CHROMIUM_PATH.',
    })
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file)) ?? null
}

/**
 * A Chromium for the browser tests: one that is installed, else Playwright's own download, else the system's package.
 * Never skips: without a browser the tests cannot say the truth.
 *
 * @returns the executable, or null where Playwright's own is to be used
 */
export function findBrowser() {
  const installed = findInstalled()
  if (installed) return installed
  say('No Chromium is installed; trying Playwright’s download …')
  if (pnpm(['--filter', '@shutten/web', 'exec', 'playwright', 'install', 'chromium']) === 0) return null
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('That failed; trying the system’s package manager …')
    const apt = (args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt(['update', '-qq'])
    if (apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']).status === 0)
      return findInstalled()
  }
  return stop({
    code: 'BROWSER_MISSING',
    message: 'The browser tests need a Chromium; none is installed and none could be fetched.',
    suggestion: 'Install Chromium (`apt-get install chromium`) or name one: `CHROMIUM_PATH=/path/to/chrome npm test`.',
  })
}
