import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setUpEnvironment } from './prepare.mjs'
import { startServer } from './start-server.mjs'

/**
 * Starts the real server over the sample articles, on a free port and in a data folder of its own.
 *
 * @returns where it is and how to end it (the folder goes with it), or null when it did not become ready
 */
export async function startSampleServer() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'shutten-samples-'))
  const password = 'password-for-tests-only'
  const server = await startServer({
    environment: {
      ...setUpEnvironment(),
      SHUTTEN_DATA_DIR: dataFolder,
      SHUTTEN_ADMIN_PASSWORD: password,
      // All tests together ask faster than anybody reads.
      SHUTTEN_ASKS_PER_MINUTE: '6000',
    },
    flags: ['--samples'],
    onEnd: () => rmSync(dataFolder, { recursive: true, force: true }),
  })
  return (
    server && {
      stop: server.stop,
      /** What the browser tests and the screenshots read. */
      environment: {
        SHUTTEN_E2E_URL: server.url,
        SHUTTEN_E2E_ADMIN_PASSWORD: password,
        SHUTTEN_E2E_DATA_DIR: dataFolder,
      },
    }
  )
}
