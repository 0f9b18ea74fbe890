import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
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
 * Starts the real server with its worker on a free port; it ends with this process.
 *
 * @param options.environment names the data folder
 * @param options.onEnd what is done once the server has ended
 * @returns where it is and how to end it, or null when it did not become ready
 */
export async function startServer({ environment, flags = [], onEnd = () => {} }) {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [path.join(root, 'apps/cli/dist/main.js'), 'serve', ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...environment, PORT: String(port), HOST: '127.0.0.1' },
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
    onEnd()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(130)))
  if (await waitUntilReady(url, () => over)) return { url, stop }
  await stop()
  say(
    'error[SERVER_NOT_READY] The server under test did not become ready.\n  → The lines above say why; `pnpm shutten doctor` checks the machine.',
  )
  return null
}
