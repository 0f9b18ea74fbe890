// npm start: makes the checkout ready and serves. Everything it needs from outside is the package registry.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { checkPort } from './lib/check-machine.mjs'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'

const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
await checkPort({ host, port })
prepare()

const server = spawn(process.execPath, [path.join(root, 'apps/cli/dist/main.js'), 'serve', '--samples'], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => server.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
server.on('exit', (status, signal) => process.exit(signal ? 130 : (status ?? 1)))
