// pnpm test:crash: the crash suite, everything built first when it is stale.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'

prepare()
await import(pathToFileURL(path.join(root, 'apps/crash-suite/dist/main.js')).href)
