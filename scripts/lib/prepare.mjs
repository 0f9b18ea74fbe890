import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkCompiler, checkDisk, checkNode, findNodeHeaders } from './check-machine.mjs'
import { fingerprint } from './fingerprint.mjs'
import { root } from './root.mjs'
import { say, stop } from './say.mjs'
import { withLock } from './with-lock.mjs'

const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const stamps = path.join(root, 'node_modules', '.shutten')
const lock = path.join(root, '.shutten', 'prepare.lock')
const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']

const workspaceManifests = () =>
  ['apps', 'packages'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(folder, name, 'package.json')),
  )

/** The environment of every set-up step: no telemetry, no downloads beyond the package registry. */
export function setUpEnvironment() {
  const headers = findNodeHeaders()
  return {
    ...process.env,
    CI: process.env.CI ?? 'true',
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    ONNXRUNTIME_NODE_INSTALL: 'skip',
    ...(headers ? { npm_config_nodedir: headers } : {}),
  }
}

/** Runs the pinned pnpm; its output goes to stderr. */
export function pnpm(args) {
  const { status, error } = spawnSync('npx', ['--yes', packageManager, ...args], {
    cwd: root,
    env: setUpEnvironment(),
    stdio: ['ignore', 2, 2],
  })
  if (error?.code === 'ENOENT')
    stop({
      code: 'NPX_MISSING',
      message: 'npx was not found; it comes with npm and fetches the pinned pnpm.',
      suggestion: 'Install npm (Debian: `apt-get install -y npm`) or put it on the PATH, then run the command again.',
    })
  return status
}

function isFresh(stamp, print) {
  const file = path.join(stamps, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === print
}

function remember(stamp, print) {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(path.join(stamps, stamp), print)
}

const getInstallPrint = () => fingerprint([...manifests, ...workspaceManifests()])
const getBuildPrint = () => fingerprint([...manifests, 'turbo.json', 'apps', 'packages'])

const isInstalled = () => isFresh('installed', getInstallPrint())
const isBuilt = () =>
  existsSync(path.join(root, 'apps/cli/dist/main.js')) &&
  existsSync(path.join(root, 'apps/web/.next/BUILD_ID')) &&
  isFresh('built', getBuildPrint())

function install() {
  const print = getInstallPrint()
  checkDisk()
  checkCompiler()
  say('Installing packages …')
  if (pnpm(['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn']) !== 0)
    stop({
      code: 'INSTALL_FAILED',
      message: 'The packages could not be installed; the lines above say why.',
      suggestion:
        'Check that the npm registry can be reached (`npm ping`). If the compilation of hnswlib-node failed, check the C++ compiler and that Node’s headers are installed, then run the command again.',
    })
  remember('installed', print)
}

function build() {
  // Taken before the build: what changes meanwhile is built the next time.
  const print = getBuildPrint()
  say('Building what is stale …')
  if (pnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only']) !== 0)
    stop({
      code: 'BUILD_FAILED',
      message: 'The build failed; the lines above say where.',
      suggestion: 'On an unchanged clone, remove the folders node_modules and .turbo and run the command again.',
    })
  remember('built', print)
}

/** Makes the checkout ready to run: machine checked, packages installed, everything built. Quick when nothing changed. */
export function prepare() {
  checkNode()
  if (isInstalled() && isBuilt()) return
  withLock(lock, () => {
    if (!isInstalled()) install()
    if (!isBuilt()) build()
  })
}
