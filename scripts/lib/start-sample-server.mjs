import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { setUpEnvironment } from './prepare.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

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

/**
 * Starts the real server over the sample articles, on a free port and in a data folder of its own.
 *
 * @returns where it is and how to end it (the folder goes with it), or null when it did not become ready
 */
export async function startSampleServer() {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'shutten-samples-'))
  const password = 'password-for-tests-only'
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
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(130)))
  if (await waitUntilReady(url, () => over))
    return {
      stop,
      /** What the browser tests and the screenshots read. */
      environment: {
        SHUTTEN_E2E_URL: url,
        SHUTTEN_E2E_ADMIN_PASSWORD: password,
        SHUTTEN_E2E_DATA_DIR: dataFolder,
      },
    }
  await stop()
  say(
    'error[SERVER_NOT_READY] The server under test did not become ready.\n  → The lines above say why; `pnpm shutten doctor` checks the machine.',
  )
  return null
}
