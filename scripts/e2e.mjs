// Runs the browser tests against the real server: real index of the sample articles, real models, real records.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { prepare, setUpEnvironment } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'

/** Longest wait for a cold start with a first index, milliseconds. */
const patience = 180_000

const findFreePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function waitUntilReady(url, isOver) {
  const deadline = Date.now() + patience
  while (Date.now() < deadline && !isOver()) {
    const response = await fetch(`${url}/api/ready`).catch(() => null)
    if (response?.ok) return true
    await delay(250)
  }
  return false
}

prepare()
const port = await findFreePort()
const url = `http://127.0.0.1:${port}`
const dataFolder = mkdtempSync(path.join(tmpdir(), 'shutten-e2e-'))
const password = 'e2e-password-for-tests'
const server = spawn(process.execPath, [path.join(root, 'apps/cli/dist/main.js'), 'serve', '--samples'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
  env: {
    ...setUpEnvironment(),
    PORT: String(port),
    HOST: '127.0.0.1',
    SHUTTEN_DATA_DIR: dataFolder,
    SHUTTEN_ADMIN_PASSWORD: password,
  },
})
let over = false
const ended = new Promise((resolve) =>
  server.once('exit', () => {
    over = true
    resolve()
  }),
)

let status = 1
if (await waitUntilReady(url, () => over)) {
  const reporters = process.env.E2E_REPORT ? ['--reporter=list,json'] : []
  status =
    spawnSync(
      process.execPath,
      [
        path.join(root, 'apps/web/node_modules/@playwright/test/cli.js'),
        'test',
        ...reporters,
        ...process.argv.slice(2),
      ],
      {
        cwd: path.join(root, 'apps/web'),
        stdio: ['ignore', 2, 2],
        env: {
          ...process.env,
          SHUTTEN_E2E_URL: url,
          SHUTTEN_E2E_ADMIN_PASSWORD: password,
          SHUTTEN_E2E_DATA_DIR: dataFolder,
          ...(process.env.E2E_REPORT ? { PLAYWRIGHT_JSON_OUTPUT_FILE: process.env.E2E_REPORT } : {}),
        },
      },
    ).status ?? 1
} else
  say(
    'error[SERVER_NOT_READY] The server under test did not become ready.\n  → The lines above say why; `pnpm shutten doctor` checks the machine.',
  )
server.kill('SIGTERM')
await ended
rmSync(dataFolder, { recursive: true, force: true })
process.exit(status)
