import { spawnSync } from 'node:child_process'
// By its default: an old Node, which lacks some names, shall reach checkNode.
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { root } from './root.mjs'
import { stop } from './say.mjs'

const leastNode = [20, 19]
/** Packages, their build and a first index. */
const leastFreeBytes = 3 * 2 ** 30

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return
  stop({
    code: 'NODE_TOO_OLD',
    message: `Node ${process.versions.node} runs this; Shutten needs ${leastNode.join('.')} or newer.`,
    suggestion: 'Install Node 20.19, 22 or 24, then run the command again.',
  })
}

const answers = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

/** hnswlib-node compiles once; nothing else does. */
export function checkCompiler() {
  const compiler = [process.env.CXX, 'g++', 'clang++', 'c++'].find((command) => command && answers(command))
  const missing = [
    ...(compiler ? [] : ['a C++ compiler']),
    ...(answers('make') ? [] : ['make']),
    ...(['python3', 'python'].some(answers) ? [] : ['Python 3']),
  ]
  if (missing.length === 0) return
  stop({
    code: 'COMPILER_MISSING',
    message: `The vector index is compiled at the first start, and ${missing.join(', ')} was not found.`,
    suggestion:
      process.platform === 'darwin'
        ? 'Run `xcode-select --install`, then run the command again.'
        : 'On Debian or Ubuntu: `apt-get install -y g++ make python3`. Then run the command again.',
  })
}

export function checkDisk() {
  const { bavail, bsize } = fs.statfsSync(root)
  if (bavail * bsize >= leastFreeBytes || fs.existsSync(path.join(root, 'node_modules', '.shutten'))) return
  stop({
    code: 'DISK_FULL',
    message: `Only ${(Number(bavail * bsize) / 2 ** 30).toFixed(1)} GiB are free in ${root}; the installation needs ${leastFreeBytes / 2 ** 30} GiB.`,
    suggestion: 'Free some space, then run the command again.',
  })
}

export async function checkPort({ host, port }) {
  const error = await new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', resolve)
    try {
      server.listen({ host, port }, () => server.close(() => resolve(null)))
    } catch (failure) {
      resolve(failure)
    }
  })
  if (!error) return
  const inUse = error.code === 'EADDRINUSE'
  stop({
    code: inUse ? 'PORT_IN_USE' : 'PORT_UNUSABLE',
    message: inUse ? `Port ${port} on ${host} is in use.` : `${host}:${port} cannot be listened on (${error.code}).`,
    suggestion: inUse
      ? `Stop what listens there, or choose another: \`PORT=${port + 1} npm start\`.`
      : 'Set HOST to an address of this machine and PORT to a free port above 1023.',
    status: 69,
  })
}

/** The folder of Node's own headers when they lie beside its binary: the native build then needs no download. */
export function findNodeHeaders() {
  const prefix = path.resolve(fs.realpathSync(process.execPath), '..', '..')
  return fs.existsSync(path.join(prefix, 'include', 'node', 'node_api.h')) ? prefix : null
}
