import { type ChildProcess, spawn } from 'node:child_process'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** The data folder of the server under test; absent where whoever started that one did not say. */
export const dataFolder = process.env.SHUTTEN_E2E_DATA_DIR ?? ''
/** Longest wait for a start, milliseconds. */
const patience = 80_000

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * A second web server on the index and the records of the one under test, or of a folder that `environment` names, to be
 * configured otherwise, killed and started again: a process of its own, at one address all the time. It has no worker.
 */
export async function startOwnServer(environment: Readonly<Record<string, string>>) {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  /** At once, as a crash or the kernel would end it. */
  const kill = () =>
    new Promise<void>((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  const start = async () => {
    child = spawn(process.execPath, ['server.mjs'], {
      cwd: path.join(import.meta.dirname, '..'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        SHUTTEN_DATA_DIR: dataFolder,
        ...environment,
      },
    })
    const deadline = Date.now() + patience
    while (child.exitCode === null && Date.now() < deadline) {
      const response = await fetch(`${url}/api/ready`).catch(() => null)
      if (response?.ok) return
      await delay(100)
    }
    await kill()
    throw new Error('The second server did not become ready.')
  }
  await start()
  return { url, start, kill }
}
