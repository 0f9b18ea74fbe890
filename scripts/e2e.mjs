// Runs the browser tests against the real server: real index of the sample articles, real models, real records.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { startSampleServer } from './lib/start-sample-server.mjs'

prepare()
const server = await startSampleServer()
let status = 1
if (server) {
  const report = process.env.E2E_REPORT
  const playwright = spawn(
    process.execPath,
    [
      path.join(root, 'apps/web/node_modules/@playwright/test/cli.js'),
      'test',
      ...(report ? ['--reporter=list,json'] : []),
      ...process.argv.slice(2),
    ],
    {
      cwd: path.join(root, 'apps/web'),
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        ...server.environment,
        ...(report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}),
      },
    },
  )
  status = await new Promise((resolve) => playwright.once('exit', (code) => resolve(code ?? 1)))
  await server.stop()
}
process.exit(status)
