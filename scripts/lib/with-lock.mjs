import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { say } from './say.mjs'

/** Wait between two looks at a lock, milliseconds. */
const interval = 200

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function findHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Does the work while no other process does work under the same lock; waits for it otherwise. A process that died
 * holds nothing: its lock is taken over.
 */
export function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true })
  let hasSaid = false
  while (!take(file)) {
    const holder = findHolder(file)
    // 0: made, and not yet written.
    if (holder !== null && holder !== 0 && !isAlive(holder)) rmSync(file, { force: true })
    else {
      if (!hasSaid) say('Another command is making this checkout ready; waiting for it …')
      hasSaid = true
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, interval)
    }
  }
  try {
    return work()
  } finally {
    rmSync(file, { force: true })
  }
}
