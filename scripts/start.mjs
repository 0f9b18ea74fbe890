// npm start: makes the checkout ready and serves. Everything it needs from outside is the package registry.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkPort } from './lib/check-machine.mjs'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'

const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
await checkPort({ host, port })
prepare()
// In this process: the supervisor is the command that was started, and gets its signals.
const main = path.join(root, 'apps/cli/dist/main.js')
process.argv = [process.execPath, main, 'serve', '--samples']
await import(pathToFileURL(main).href)
